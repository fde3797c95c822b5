using Azure.Storage.Blobs;
using Kpr.Core.Cases;
using Kpr.Functions.Applications.Access;
using Kpr.Local.Playing;
using Kpr.LocalAzure;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Local.Demo;

/// <summary>
/// Three cases, played on the whole system: commands over HTTP, orchestrations that keep the time, a clock that is moved from one due day to the next, and a register whose data
/// they end with. Good only if every expectation was met, the events are those that the rules alone give, the data are what they should be, and the bills are right.
/// </summary>
/// <param name="account">The account that the system keeps everything in.</param>
/// <param name="folder">A fresh folder for its queues, orchestrations and letters.</param>
/// <param name="output">Where it is told.</param>
internal sealed class DemoCases(AzuriteAccount account, string folder, CommandOutput output)
{
    /// <summary>Plays them.</summary>
    /// <returns>Whether all was as expected.</returns>
    public async Task<bool> PlayAsync(CancellationToken cancellation)
    {
        var play = ShippedPlays.Together();
        await output.Error.WriteLineAsync($"Spiller {ShippedPlays.Names.Count} saker fra {play.Start:yyyy-MM-dd} til {play.Steps[^1].At:yyyy-MM-dd}: infra/local/cases");
        var clock = new MovableClock(new ShiftedTime(play.Start));
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

        using var http = new HttpClient { BaseAddress = system.Host.Address };
        using var issuer = LocalIssuer.Open(Path.Combine(folder, LocalSystem.TokenKey));
        await output.Out.WriteLineAsync();
        await output.Out.WriteLineAsync("Tre saker med frister (S: statistikk til en student, K: persondata fra KPR, L: tre koblede registre)");
        var register = new DemoRegister(system.Storage.Landing, http, folder, output);
        if (!await register.FillAsync(cancellation))
        {
            return false;
        }

        using var seen = new StringWriter();
        var timeline = new PlayTimeline(seen, json: true) { Also = new PlayTimeline(output.Out, json: false) { WithoutClocks = true } };
        using var door = new CaseDoor(system, clock);
        using var extract = new DemoExtract(new DemoHttp(http, issuer, clock, "K"), play.StarterOf("K"), "K: forskeren", clock, Delivery("K"), output);
        using var linkage = new DemoLinkage(new DemoHttp(http, issuer, clock, "L"), play.StarterOf("L"), "L: gruppen", register.People(everySo: 3), clock, Delivery("L"), output);
        var data = new OrderedDictionary<string, ICaseOutcome>(StringComparer.Ordinal)
        {
            ["S"] = new DemoTable(new DemoHttp(http, issuer, clock, "S"), play.StarterOf("S"), "S: studenten", Delivery("S"), output),
            ["K"] = extract,
            ["L"] = linkage,
        };
        if (!await new PlayRun(new SystemStage(system, door, clock) { Work = new CaseDeliveries(data) }, timeline, output.Error).GiveAsync(play, cancellation))
        {
            return false;
        }

        var isReceived = true;
        foreach (var received in data.Values)
        {
            await output.Out.WriteLineAsync();
            isReceived &= await received.ShowAsync();
        }

        await output.Out.WriteLineAsync();

        // Notices go out every minute.
        clock.Advance(TimeSpan.FromMinutes(1));
        await system.Host.WhenIdleAsync(TimeSpan.FromSeconds(60));
        var mail = Path.Combine(folder, "mail");
        var letters = Directory.Exists(mail) ? Directory.GetFiles(mail, "*.eml").Length : 0;
        await output.Out.WriteLineAsync($"{letters} meldinger er sendt, se {Path.GetRelativePath(Directory.GetCurrentDirectory(), mail)}");

        var billed = await new DemoBills(system, play, new BlobServiceClient(account.ConnectionString), Path.Combine(folder, "invoices"), output).ShowAsync(cancellation);
        var differences = await DifferencesAsync(play, seen.ToString(), cancellation);
        foreach (var difference in differences)
        {
            await output.Out.WriteLineAsync(difference);
        }

        return differences.Count == 0 && letters > 0 && isReceived && billed;
    }

    private string Delivery(string name) => Path.Combine(folder, "delivery", name);

    private static async Task<IReadOnlyList<string>> DifferencesAsync(CasePlay play, string seen, CancellationToken cancellation)
    {
        using var byRules = new StringWriter();
        await new PlayRun(new RulesStage(new CaseProcess(), play.Start) { BillsAtOnce = true }, new PlayTimeline(byRules, json: true), TextWriter.Null).GiveAsync(play, cancellation);
        var (expected, was) = (PlayedLines.Of(byRules.ToString()), PlayedLines.Of(seen));
        return [.. Beyond(expected, was).Select(line => $"mangler: {line}"), .. Beyond(was, expected).Select(line => $"for mye: {line}")];
    }

    // What one list has that the other has not, or not as often.
    private static IEnumerable<string> Beyond(IEnumerable<string> lines, IEnumerable<string> others)
    {
        var left = others.CountBy(line => line, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return lines.Where(line => (left[line] = left.GetValueOrDefault(line) - 1) < 0);
    }
}
