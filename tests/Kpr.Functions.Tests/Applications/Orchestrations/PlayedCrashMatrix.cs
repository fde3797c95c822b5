using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Kpr.Functions.Tests.Crash;
using Kpr.Local.Playing;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>
/// Breaks a played case off on either side of any I/O call of the system, lets a new system go on from what is left with everybody who got no answer asking
/// again, and compares events and letters with the undisturbed run.
/// </summary>
internal sealed partial class PlayedCrashMatrix : ICrashMatrix
{
    private readonly Func<Task<AzuriteAccount>> _accounts;
    private readonly CasePlay _play;
    private readonly IReadOnlyList<string> _undisturbed;

    private readonly bool _anyOrder;

    private PlayedCrashMatrix(long calls, IReadOnlyList<string> undisturbed, Func<Task<AzuriteAccount>> accounts, CasePlay play, bool anyOrder)
    {
        _anyOrder = anyOrder;
        Calls = calls;
        _undisturbed = undisturbed;
        _accounts = accounts;
        _play = play;
    }

    public long Calls { get; }

    /// <summary>The end of the undisturbed run, line by line.</summary>
    public IReadOnlyList<string> Undisturbed => _undisturbed;

    public string Image => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _undisturbed))))[..16];

    /// <summary>Gives the play undisturbed.</summary>
    /// <param name="accounts">Accounts, one for each run.</param>
    /// <param name="play">The play.</param>
    /// <param name="anyOrder">Whether what the system and people do at the same time may stand in any order; letters, which have their names of it, are counted then.</param>
    public static async Task<PlayedCrashMatrix> BeginAsync(Func<Task<AzuriteAccount>> accounts, CasePlay play, bool anyOrder = false)
    {
        using var played = new PlayedSystem(await accounts(), play);
        var (calls, _) = await played.GiveAsync(oneAtATime: true);
        return new PlayedCrashMatrix(calls, Told(await played.ImageAsync(), anyOrder), accounts, play, anyOrder);
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
        var image = Told(await played.ImageAsync(), _anyOrder);
        return [.. _undisturbed.Except(image).Select(line => $"{point}: missing {line}"), .. image.Except(_undisturbed).Select(line => $"{point}: too much {line}")];
    }

    private static IReadOnlyList<string> Told(IReadOnlyList<string> image, bool anyOrder) => !anyOrder ? image
        : [.. image.Where(line => !line.StartsWith("letter ", StringComparison.Ordinal)).Select(line => Place().Replace(line, "$1")), $"{image.Count(line => line.StartsWith("letter ", StringComparison.Ordinal))} letters", $"{image.Count} lines"];

    [GeneratedRegex("^([A-Z] )[0-9]+ ", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
