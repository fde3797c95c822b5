using System.Security.Cryptography;
using System.Text;
using Kpr.Functions.Tests.Crash;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>
/// Breaks the making and delivering of an extract off on either side of any I/O call, lets a new system go on from what is left, and compares what there is at the end with
/// the undisturbed run.
/// </summary>
/// <param name="calls">Number of I/O calls of the undisturbed run.</param>
/// <param name="undisturbed">The end of the undisturbed run, line by line.</param>
/// <param name="accounts">Gives a fresh account.</param>
internal sealed class ExtractCrashMatrix(long calls, IReadOnlyList<string> undisturbed, Func<Task<AzuriteAccount>> accounts) : ICrashMatrix
{
    public long Calls => calls;

    public IReadOnlyList<string> Undisturbed => undisturbed;

    public string Image => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', undisturbed))))[..16];

    /// <summary>Makes the undisturbed run.</summary>
    public static async Task<ExtractCrashMatrix> BeginAsync(Func<Task<AzuriteAccount>> accounts)
    {
        using var play = new ExtractPlay(await accounts());
        await play.PrepareAsync();
        var calls = await play.RunAsync(null);
        return new ExtractCrashMatrix(calls, await play.FinishAsync(), accounts);
    }

    /// <summary>Breaks a run off at a point and finishes it.</summary>
    /// <returns>What differs from the undisturbed run; empty when nothing does.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(StopPoint point)
    {
        using var play = new ExtractPlay(await accounts());
        await play.PrepareAsync();
        var reached = false;
        await play.RunAsync((io, call, phase) =>
        {
            if (call.Number == point.Call && phase == point.Phase)
            {
                reached = true;
                io.Stop(call, phase);
            }
        });
        if (!reached)
        {
            return point.Call <= play.CallsOfStart ? [] : [$"{point}: the call was not made"];
        }

        try
        {
            var image = await play.FinishAsync();
            return [.. undisturbed.Except(image).Select(line => $"{point}: missing {line}"), .. image.Except(undisturbed).Select(line => $"{point}: too much {line}")];
        }
        catch (TimeoutException hung)
        {
            return [hung.Message];
        }
    }
}
