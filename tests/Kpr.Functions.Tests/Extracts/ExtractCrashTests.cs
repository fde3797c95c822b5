using Kpr.Functions.Extracts;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>A seeded choice of the matrix; all of it is run with <c>KPR_WHOLE_MATRIX=1</c> (an hour or so).</summary>
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
        var whole = Environment.GetEnvironmentVariable("KPR_WHOLE_MATRIX") is "1";
        foreach (var point in whole ? StopPoint.AllOf(matrix.Calls) : StopPoint.SampleOf(matrix.Calls, Points, Seed))
        {
            Assert.Empty(await matrix.TryAsync(point));
        }
    }
}
