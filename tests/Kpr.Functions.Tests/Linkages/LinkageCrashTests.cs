using Kpr.Functions.Linkages;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;
using Xunit.Abstractions;

namespace Kpr.Functions.Tests.Linkages;

/// <summary>
/// Breaks the making of keys, and their end, off on either side of any I/O call, lets a new system go on from what is left, and compares what there is at the end with the undisturbed run.
/// A seeded choice; all points with <c>KPR_WHOLE_MATRIX=1</c>.
/// </summary>
public sealed class LinkageCrashTests(ITestOutputHelper output)
{
    private const int Seed = 20_261_122;
    private const int Points = 4;

    [Fact]
    public async Task Broken_off_at_any_call_keys_are_issued_once_and_agree_with_each_other()
    {
        var undisturbed = await TryAllAsync(ends: false);
        Assert.StartsWith(nameof(LinkageStatus.Issued), undisturbed[0], StringComparison.Ordinal);
        Assert.Contains("maps of 15 and 15, of the same persons True, of the key file True", undisturbed);
        Assert.Single(undisturbed, line => line.StartsWith("audit", StringComparison.Ordinal));
        Assert.DoesNotContain(undisturbed, line => line.StartsWith("left", StringComparison.Ordinal) || line.StartsWith("list", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Broken_off_at_any_call_what_is_over_is_gone_and_noted_once()
    {
        var undisturbed = await TryAllAsync(ends: true);
        Assert.StartsWith($"{nameof(LinkageStatus.Ended)} Avsluttet.", undisturbed[0], StringComparison.Ordinal);
        Assert.DoesNotContain(undisturbed, line => line.StartsWith("there", StringComparison.Ordinal) || line.StartsWith("secret batches", StringComparison.Ordinal) || line.StartsWith("secret populations", StringComparison.Ordinal));
        Assert.Single(undisturbed, line => line.Contains("linkage-keys-destroyed", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> TryAllAsync(bool ends)
    {
        var (calls, start, undisturbed) = await RunAsync(ends, null);
        output.WriteLine($"{calls - start} calls, seed {Seed}");
        var whole = Environment.GetEnvironmentVariable("KPR_WHOLE_MATRIX") is "1";
        foreach (var point in whole ? StopPoint.AllOf(calls - start) : StopPoint.SampleOf(calls - start, Points, Seed))
        {
            var (_, _, image) = await RunAsync(ends, point with { Call = start + point.Call });
            Assert.Empty((string[])[.. undisturbed.Except(image).Select(line => $"{point}: missing {line}"), .. image.Except(undisturbed).Select(line => $"{point}: too much {line}")]);
        }

        return undisturbed;
    }

    private static async Task<(long Calls, long Start, IReadOnlyList<string> Image)> RunAsync(bool ends, StopPoint? point)
    {
        using var play = new LinkagePlay(await SharedAzurite.NextAccountAsync(), ends);
        await play.PrepareAsync();
        var reached = point is null;
        var (calls, start) = await play.RunAsync(point is null ? null : (io, call, phase) =>
        {
            if (call.Number == point.Call && phase == point.Phase)
            {
                reached = true;
                io.Stop(call, phase);
            }
        });
        Assert.True(reached, $"{point}: the call was not made");
        return (calls, start, await play.FinishAsync());
    }
}
