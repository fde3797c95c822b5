using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Kpr.Functions.Telemetry;
using Kpr.Functions.Tests.House;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Tests.Telemetry;

/// <summary>docs/telemetry.md is made from the code. Set the variable KPR_UPDATE_DOCS to have it written anew.</summary>
public sealed partial class TelemetryDocumentTests
{
    private const string Page = "docs/telemetry.md";

    [Fact]
    public void The_page_says_what_the_code_tells()
    {
        var path = Path.Combine(RepositoryFolder.Path, Page);
        if (Environment.GetEnvironmentVariable("KPR_UPDATE_DOCS") is { Length: > 0 })
        {
            File.WriteAllText(path, Write());
        }

        Assert.Equal(Write(), RepositoryFolder.Read(Page));
    }

    [Fact]
    public void Every_event_has_a_number_and_a_text_of_its_own()
    {
        var events = Events().ToList();
        Assert.All(events, found => Assert.InRange(found.Attribute.EventId, 1000, 9999));
        Assert.Equal(events.Count, events.Select(found => found.Attribute.Message).Distinct(StringComparer.Ordinal).Count());
    }

    private static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Attribute)> Events() => typeof(KprServices).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Select(method => (method, method.GetCustomAttribute<LoggerMessageAttribute>()!)).Where(found => found.Item2 is not null).OrderBy(found => found.Item2.EventId);

    private static string Write()
    {
        var text = new StringBuilder("""
            # Telemetry

            Made from the code (`KPR_UPDATE_DOCS=1 dotnet test tests/Kpr.Functions.Tests --filter TelemetryDocumentTests`); why it is so: [ADR 21](adr/0021-telemetry.md).
            Nothing here holds a person's number, a name from outside or content: keys, counts, rules and fixed texts only.

            ## Spans

            Source `Kpr`. A file is one trace: its context goes with messages (property `Diagnostic-Id`), waits in the ledger, and stands in the metadata `traceparent`
            of the receipt; `GET /api/files/{key}` tells the trace id.

            | Span | What is done |
            |---|---|
            | `{queue} process` | A message of a queue is handled. An error bears the kind of what was thrown, never its text. |

            """.Replace("\r", "", StringComparison.Ordinal));
        foreach (var (name, what) in Spans.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{name}` | {what} |\n");
        }

        text.Append("\n## Instruments\n\nMeter `Kpr`. Rates follow from counters: records a second is the rate of `kpr.records`.\n\n| Instrument | Kind | Unit | What it tells |\n|---|---|---|---|\n");
        foreach (var instrument in Instruments().OrderBy(instrument => instrument.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{instrument.Name}` | {Kind(instrument)} | {instrument.Unit} | {instrument.Description} |\n");
        }

        text.Append("\n## Log events\n\nNumbers stay: a number that is no longer used is not given to another event. *Asked for by* names the saved queries in `infra/queries`.\n\n| Number | Level | Event | Text | Asked for by |\n|---|---|---|---|---|\n");
        var queries = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "infra", "queries"), "*.kql").Order(StringComparer.Ordinal).ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, File.ReadAllText, StringComparer.Ordinal);
        foreach (var (method, attribute) in Events())
        {
            var asked = queries.Where(query => Numbers().Matches(query.Value).Any(match => match.Value.Trim('"') == attribute.EventId.ToString(CultureInfo.InvariantCulture))).Select(query => $"`{query.Key}`");
            text.Append(CultureInfo.InvariantCulture, $"| {attribute.EventId} | {attribute.Level} | {method.Name} | {attribute.Message} | {string.Join(", ", asked)} |\n");
        }

        return text.ToString();
    }

    private static List<Instrument> Instruments()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<OpenFiles>().AddSingleton<IngestMetrics>().AddSingleton<CaseMetrics>().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var found = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    found.Add(instrument);
                }
            },
        };
        listener.Start();
        services.GetRequiredService<IngestMetrics>();
        services.GetRequiredService<CaseMetrics>();
        return found;
    }

    private static string Kind(Instrument instrument) => instrument.IsObservable ? "gauge" : instrument is Histogram<double> ? "histogram" : "counter";

    [GeneratedRegex("\"\\d{4}\"")]
    private static partial Regex Numbers();
}
