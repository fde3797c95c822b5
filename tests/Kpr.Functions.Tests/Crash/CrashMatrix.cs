using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;

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
    long calls, SystemImage undisturbed, Func<Task<AzuriteAccount>> accounts, IReadOnlyList<(string Name, byte[] Content)>? files)
{
    public long Calls => calls;

    public SystemImage Undisturbed => undisturbed;

    /// <summary>All places where the run can be broken off.</summary>
    public IEnumerable<StopPoint> Points
    {
        get
        {
            for (var call = 1L; call <= calls; call++)
            {
                yield return new StopPoint(call, IoPhase.Before);
                yield return new StopPoint(call, IoPhase.After);
            }
        }
    }

    /// <summary>Makes the undisturbed run.</summary>
    public static async Task<CrashMatrix> BeginAsync(Func<Task<AzuriteAccount>> accounts, IReadOnlyList<(string Name, byte[] Content)>? files = null)
    {
        using var run = new CrashRun(await accounts(), files: files);
        await run.PrepareAsync();
        var calls = await run.RunAsync(null);
        return new CrashMatrix(calls, await run.FinishAsync(), accounts, files);
    }

    /// <summary>A seeded choice of points, in order.</summary>
    public IReadOnlyList<StopPoint> Sample(int count, int seed)
    {
        var points = Points.ToArray();
        new Random(seed).Shuffle(points);
        return [.. points.Take(count).OrderBy(point => point.Call).ThenBy(point => point.Phase)];
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
