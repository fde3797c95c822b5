using System.Security.Cryptography;
using System.Text;
using Kpr.Functions.Tests.Crash;
using Kpr.Local.Playing;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>
/// Breaks a played case off on either side of any I/O call of the system, lets a new system go on from what is left with everybody who got no answer asking
/// again, and compares events and letters with the undisturbed run.
/// </summary>
internal sealed class PlayedCrashMatrix : ICrashMatrix
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

    /// <summary>The end of the undisturbed run, line by line.</summary>
    public IReadOnlyList<string> Undisturbed => _undisturbed;

    public string Image => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _undisturbed))))[..16];

    public static async Task<PlayedCrashMatrix> BeginAsync(Func<Task<AzuriteAccount>> accounts, CasePlay play)
    {
        using var played = new PlayedSystem(await accounts(), play);
        var (calls, _) = await played.GiveAsync(oneAtATime: true);
        return new PlayedCrashMatrix(calls, await played.ImageAsync(), accounts, play);
    }

    /// <summary>Breaks a run off at a point and finishes it.</summary>
    /// <returns>What differs from the undisturbed run; empty when nothing does.</returns>
    public async Task<IReadOnlyList<string>> TryAsync(StopPoint point)
    {
        using var played = new PlayedSystem(await _accounts(), _play);
        var reached = false;
        await played.GiveAsync(
            (io, call, phase) =>
            {
                if (call.Number == point.Call && phase == point.Phase)
                {
                    reached = true;
                    io.Stop(call, phase);
                }
            },
            oneAtATime: true);
        if (!reached)
        {
            return [$"{point}: the call was not made"];
        }

        played.Pause();
        await played.GiveAsync();
        var image = await played.ImageAsync();
        return [.. _undisturbed.Except(image).Select(line => $"{point}: missing {line}"), .. image.Except(_undisturbed).Select(line => $"{point}: too much {line}")];
    }
}
