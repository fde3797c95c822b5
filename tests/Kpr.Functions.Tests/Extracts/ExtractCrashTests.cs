using Kpr.Functions.Extracts;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>The whole matrix is run by <c>Kpr.Benchmarks -- crash-matrix extract</c>.</summary>
public sealed class ExtractCrashTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_122;
    private const int Points = 6;

    [Fact]
    public async Task Broken_off_at_any_call_an_extract_is_delivered_whole_and_entered_once()
    {
        var matrix = await ExtractCrashMatrix.BeginAsync(SharedAzurite.NextAccountAsync);
        Assert.StartsWith(nameof(ExtractStatus.Delivered), matrix.Undisturbed[0], StringComparison.Ordinal);
        Assert.Single(matrix.Undisturbed, line => line.StartsWith("ledger disclosed", StringComparison.Ordinal));
        Assert.DoesNotContain(matrix.Undisturbed, line => line.StartsWith("beside", StringComparison.Ordinal) || line.EndsWith("not empty", StringComparison.Ordinal));
        output.WriteLine($"{matrix.Calls} calls, seed {Seed}");
        foreach (var point in StopPoint.SampleOf(matrix.Calls, Points, Seed))
        {
            Assert.Empty(await matrix.TryAsync(point));
        }
    }
}
