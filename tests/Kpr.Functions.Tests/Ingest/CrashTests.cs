using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Ingest;

public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Seed = 20_310_602;

    [Fact]
    public async Task A_run_broken_off_at_any_call_ends_in_the_same_register_identity_receipts_and_quarantine()
    {
        var matrix = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);
        output.WriteLine($"{matrix.Calls} calls, seed {Seed}");
        Assert.DoesNotContain(matrix.Undisturbed.Names, name => name.StartsWith("open ", StringComparison.Ordinal));
        Assert.Contains(matrix.Undisturbed.Names, name => name.StartsWith("register/claims/", StringComparison.Ordinal) && name.EndsWith(".csv.gz", StringComparison.Ordinal));
        Assert.Equal(2, matrix.Undisturbed.Names.Count(name => name.StartsWith("quarantine/claims/", StringComparison.Ordinal) && name.EndsWith(".sealed", StringComparison.Ordinal)));

        var failures = new List<string>();
        foreach (var point in matrix.Sample(12, Seed))
        {
            failures.AddRange((await matrix.TryAsync(point)).Select(difference => $"{point}: {difference}"));
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Two_undisturbed_runs_make_the_same_calls_and_the_same_bytes()
    {
        var one = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);
        var other = await CrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);

        Assert.Equal(one.Calls, other.Calls);
        Assert.Empty(other.Undisturbed.DifferencesFrom(one.Undisturbed));
        Assert.Equal(one.Undisturbed.Hash(), other.Undisturbed.Hash());
    }
}
