using Kpr.Functions.Tests.Crash;
using Kpr.Local.Playing;
using Kpr.LocalAzure.Azurite;
using Kpr.LocalAzure.Faults;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>
/// Breaks a played case off on either side of any I/O call of the system, lets a new system go on from what is left with everybody who got no answer asking
/// again, and compares events and letters with the undisturbed run.
/// </summary>
internal sealed class PlayedCrashMatrix
{
    private readonly Func<Task<AzuriteAccount>> _accounts;
    private readonly CasePlay _play;
    private readonly IReadOnlyList<string> _undisturbed;

    private PlayedCrashMatrix(long calls, IReadOnlyList<string> undisturbed, Func<Task<AzuriteAccount>> accounts, CasePlay play)
    {
        Calls = calls;
        _undisturbed = undisturbed;
        _accounts = accounts;
        _play = play;
    }

    public long Calls { get; }

    /// <summary>All places where the run can be broken off.</summary>
    public IEnumerable<StopPoint> Points
    {
        get
        {
            for (var call = 1L; call <= Calls; call++)
            {
                yield return new StopPoint(call, IoPhase.Before);
                yield return new StopPoint(call, IoPhase.After);
            }
        }
    }

    public static async Task<PlayedCrashMatrix> BeginAsync(Func<Task<AzuriteAccount>> accounts, CasePlay play)
    {
        using var played = new PlayedSystem(await accounts(), play);
        var (calls, _) = await played.GiveAsync(oneAtATime: true);
        return new PlayedCrashMatrix(calls, await played.ImageAsync(), accounts, play);
    }

    /// <summary>A seeded choice of points, in order.</summary>
    public IReadOnlyList<StopPoint> Sample(int count, int seed)
    {
        var points = Points.ToArray();
        new Random(seed).Shuffle(points);
        return [.. points.Take(count).OrderBy(point => point.Call).ThenBy(point => point.Phase)];
    }

    /// <summary>Breaks a run off at a point and finishes it.</summary>
    /// <returns>What differs from the undisturbed run; empty when nothing does.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(StopPoint point)
    {
        using var played = new PlayedSystem(await _accounts(), _play);
        await played.GiveAsync(
            (io, call, phase) =>
            {
                if (call.Number == point.Call && phase == point.Phase)
                {
                    io.Stop(call, phase);
                }
            },
            oneAtATime: true);
        played.Pause();
        await played.GiveAsync();
        var image = await played.ImageAsync();
        return [.. _undisturbed.Except(image).Select(line => $"{point}: missing {line}"), .. image.Except(_undisturbed).Select(line => $"{point}: too much {line}")];
    }
}
