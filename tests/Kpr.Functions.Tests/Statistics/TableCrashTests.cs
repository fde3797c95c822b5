using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Statistics;

public sealed class TableCrashTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_122;
    private const int Points = 12;

    /// <summary>All points: <c>crash-matrix table</c> of tests/Kpr.Benchmarks.</summary>
    [Fact]
    public async Task Broken_off_at_sampled_calls_and_ordered_again_the_tables_are_the_same_and_never_half()
    {
        var matrix = await TableCrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);
        output.WriteLine($"{matrix.Calls} calls, seed {Seed}");
        var failures = new List<string>();
        foreach (var point in StopPoint.SampleOf(matrix.Calls, Points, Seed))
        {
            failures.AddRange(await matrix.TryAsync(point));
        }

        Assert.Empty(failures);
    }
}
