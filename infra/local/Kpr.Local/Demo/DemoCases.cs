using Kpr.Core.Cases;
using Kpr.Local.Playing;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Local.Demo;

/// <summary>
/// Three cases, played on the whole system: commands to its store, orchestrations that keep the time, a clock that is moved from one due day to the next.
/// Good only if every expectation was met and the events are those that the rules alone give.
/// </summary>
/// <param name="azurite">Where the system keeps its cases: an account of its own.</param>
/// <param name="folder">A fresh folder for its queues, orchestrations and letters.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoCases(AzuriteProcess azurite, string folder, CommandOutput output)
{
    /// <summary>Plays them.</summary>
    /// <returns>Whether all was as expected.</returns>
    public async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        var play = ShippedPlays.Together();
        await output.Error.WriteLineAsync($"Spiller {ShippedPlays.Names.Count} saker fra {play.Start:yyyy-MM-dd} til {play.Steps[^1].At:yyyy-MM-dd}: infra/local/cases");
        var clock = new MovableClock(new ShiftedTime(play.Start));
        var account = azurite.NextAccount();
        await using var system = await LocalSystem.StartAsync(
            new LocalSystemOptions
            {
                Name = $"demo-cases-{Environment.ProcessId}",
                StateFolder = folder,
                LogFile = Path.Combine(folder, "log.txt"),
                Accounts = LocalSystemOptions.AccountNames.Keys.ToDictionary(name => name, _ => account.ConnectionString, StringComparer.Ordinal),
                Clock = clock,

                // The plays tell themselves what the scan of attachments found.
                Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Kpr:Attachments:Scanner"] = "external" },
            },
            cancellation);

        await output.Out.WriteLineAsync();
        await output.Out.WriteLineAsync("Tre saker med frister (S: statistikk til en student, K: persondata fra KPR, L: tre koblede registre)");
        using var seen = new StringWriter();
        var timeline = new PlayTimeline(seen, json: true) { Also = new PlayTimeline(output.Out, json: false) { WithoutClocks = true } };
        using var door = new CaseDoor(system, clock);
        if (!await new PlayRun(new SystemStage(system, door, clock), timeline, output.Error).GiveAsync(play, cancellation))
        {
            return false;
        }

        // Notices go out every minute.
        clock.Advance(TimeSpan.FromMinutes(1));
        await system.Host.WhenIdleAsync(TimeSpan.FromSeconds(60));
        var mail = Path.Combine(folder, "mail");
        var letters = Directory.Exists(mail) ? Directory.GetFiles(mail, "*.eml").Length : 0;
        await output.Out.WriteLineAsync($"{letters} meldinger er sendt, se {mail}");

        var differences = await DifferencesAsync(play, seen.ToString(), cancellation);
        foreach (var difference in differences)
        {
            await output.Out.WriteLineAsync(difference);
        }

        return differences.Count == 0 && letters > 0;
    }

    private static async Task<IReadOnlyList<string>> DifferencesAsync(CasePlay play, string seen, CancellationToken cancellation)
    {
        using var byRules = new StringWriter();
        await new PlayRun(new RulesStage(new CaseProcess(), play.Start), new PlayTimeline(byRules, json: true), TextWriter.Null).GiveAsync(play, cancellation);
        var (expected, was) = (PlayedLines.Of(byRules.ToString()), PlayedLines.Of(seen));
        return [.. expected.Except(was).Select(line => $"mangler: {line}"), .. was.Except(expected).Select(line => $"for mye: {line}")];
    }
}
