using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Crash;

/// <summary>
/// Breaks the system off on either side of any I/O call, lets a new one go on from what is left, and compares what
/// there is at the end with the undisturbed run.
/// </summary>
/// <param name="calls">Number of I/O calls of the undisturbed run.</param>
/// <param name="undisturbed">What the undisturbed run left.</param>
/// <param name="accounts">Gives a fresh account.</param>
/// <param name="files">The files of the matrix; null for the usual ones.</param>
internal sealed class CrashMatrix(
    long calls, SystemImage undisturbed, Func<Task<AzuriteAccount>> accounts, IReadOnlyList<(string Name, byte[] Content)>? files) : ICrashMatrix
{
    public long Calls => calls;

    public SystemImage Undisturbed => undisturbed;

    public string Image => undisturbed.Hash()[..16];

    /// <summary>Makes the undisturbed run.</summary>
    public static async Task<CrashMatrix> BeginAsync(Func<Task<AzuriteAccount>> accounts, IReadOnlyList<(string Name, byte[] Content)>? files = null)
    {
        using var run = new CrashRun(await accounts(), files: files);
        await run.PrepareAsync();
        var calls = await run.RunAsync(null);
        return new CrashMatrix(calls, await run.FinishAsync(), accounts, files);
    }

    /// <summary>Breaks a run off at a point, by an exception that discards the host, and finishes it.</summary>
    /// <returns>What differs from the undisturbed run; empty when nothing does.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(StopPoint point)
    {
        using var run = new CrashRun(await accounts(), files: files);
        await run.PrepareAsync();
        var reached = false;
        try
        {
            await run.RunAsync((io, call, phase) =>
            {
                if (call.Number == point.Call && phase == point.Phase)
                {
                    reached = true;
                    io.Stop(call, phase);
                }
            });
            return reached ? (await run.FinishAsync()).DifferencesFrom(undisturbed) : [$"call {point.Call} was not made"];
        }
        catch (TimeoutException hung)
        {
            return [hung.Message];
        }
    }
}
