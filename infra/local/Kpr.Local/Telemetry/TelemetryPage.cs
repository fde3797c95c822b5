using System.Globalization;
using System.Net;
using System.Text;
using Kpr.Functions.Ingest;
using Kpr.Functions.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Kpr.Local.Telemetry;

/// <summary>What the system tells of itself, as a page for people: <c>/telemetry</c> of the local host.</summary>
/// <param name="recorder">What was heard.</param>
/// <param name="logs">What was logged.</param>
/// <param name="ledger">The files that are not done.</param>
/// <param name="open">Counts them.</param>
/// <param name="clock">The time.</param>
internal sealed class TelemetryPage(Recorder recorder, LogCounts logs, IngestLedger ledger, OpenFiles open, TimeProvider clock)
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/telemetry";

    private const int MostTraces = 20;

    private static readonly CultureInfo Numbers = MakeNumbers();
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Answers with the page.</summary>
    public async Task ServeAsync(HttpContext http)
    {
        await open.CountAsync(ledger, http.RequestAborted);
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(Write(), http.RequestAborted);
    }

    private string Write()
    {
        var page = new StringBuilder("""
            <!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><meta http-equiv="refresh" content="10"><title>KPR: målinger og spor</title>
            <style>body{font:15px/1.4 sans-serif;margin:2rem;max-width:75rem}table{border-collapse:collapse;margin:0 0 2rem}caption{text-align:left;font-weight:bold;font-size:1.2rem;padding:.3rem 0}
            th,td{text-align:left;padding:.2rem .8rem .2rem 0;border-bottom:1px solid #ccc;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}.f{color:#a00000;font-weight:bold}</style></head>
            <body><h1>Målinger og spor</h1>
            <p>Det systemet forteller om seg selv siden det ble startet. Siden hentes på nytt hvert tiende sekund. Her står nøkler, antall og tider, aldri innhold.</p>

            """);
        WriteNumbers(page);
        WriteTimes(page);
        WriteTraces(page);
        WriteLogs(page);
        return page.Append("</body></html>\n").ToString();
    }

    private void WriteNumbers(StringBuilder page)
    {
        var now = clock.GetUtcNow();
        var rows = recorder.Read().Where(row => !row.Values.IsHistogram);
        Begin(page, "Antall", "Måling", "Gjelder", "Verdi", "Per sekund, siste minutt", "Enhet");
        foreach (var (instrument, tags, values) in rows)
        {
            Row(page, instrument, tags, new Number(values.Sum), values.IsGauge ? "" : new Number(values.PerSecond(now, Minute)), values.Unit.Trim('{', '}'));
        }

        page.Append("</table>\n");
    }

    private void WriteTimes(StringBuilder page)
    {
        Begin(page, "Tider i sekunder", "Måling", "Gjelder", "Antall", "Median", "95 %", "Lengst");
        foreach (var (instrument, tags, values) in recorder.Read().Where(row => row.Values.IsHistogram))
        {
            Row(page, instrument, tags, new Number(values.Count), new Number(values.Percentile(0.5)), new Number(values.Percentile(0.95)), new Number(values.Percentile(1)));
        }

        page.Append("</table>\n");
    }

    // A trace is shown when it is of a file or of an orchestration: the page's own request is neither.
    private void WriteTraces(StringBuilder page)
    {
        var traces = recorder.Spans.GroupBy(span => span.Trace, StringComparer.Ordinal)
            .Where(trace => trace.Any(span => span.Tags.ContainsKey(Tracing.File)))
            .OrderByDescending(trace => trace.Min(span => span.Start)).Take(MostTraces);
        Begin(page, $"De siste {MostTraces} sporene, fra fil til kvittering", "Steg", "Etter", "Varte", "Om");
        foreach (var trace in traces)
        {
            var spans = trace.OrderBy(span => span.Start).ToList();
            page.Append(CultureInfo.InvariantCulture, $"<tr><th colspan=\"4\" scope=\"rowgroup\">Spor {Text(trace.Key)}, {spans[0].Start:HH:mm:ss} UTC</th></tr>\n");
            var depths = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var span in spans)
            {
                var depth = depths[span.Id] = depths.TryGetValue(span.Parent, out var parent) ? parent + 1 : 0;
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"<tr><td style=\"padding-left:{depth * 1.5}rem\"{(span.Failed ? " class=\"f\"" : "")}>{Text(NameOf(span))}{(span.Failed ? " (feilet)" : "")}</td>");
                Cell(page, new Number((span.Start - spans[0].Start).TotalSeconds));
                Cell(page, new Number(span.Duration.TotalSeconds));
                Cell(page, string.Join(", ", span.Tags.Where(tag => tag.Key.StartsWith("kpr.", StringComparison.Ordinal)).Select(tag => $"{tag.Key["kpr.".Length..]} {tag.Value}")));
                page.Append("</tr>\n");
            }
        }

        page.Append("</table>\n");
    }

    private void WriteLogs(StringBuilder page)
    {
        Begin(page, "Logget, etter hendelse (docs/telemetry.md)", "Nummer", "Hendelse", "Nivå", "Antall");
        foreach (var (id, name, level, count) in logs.Read())
        {
            Row(page, new Number(id, Plain: true), name, level.ToString(), new Number(count));
        }

        page.Append("</table>\n");
    }

    private static string NameOf(Recorder.Span span) => span.Tags.TryGetValue("faas.name", out var function) ? $"{function} (funksjon)" : span.Name;

    private static void Begin(StringBuilder page, string caption, params ReadOnlySpan<string> columns)
    {
        page.Append("<table><caption>").Append(Text(caption)).Append("</caption><tr>");
        foreach (var column in columns)
        {
            page.Append("<th scope=\"col\">").Append(Text(column)).Append("</th>");
        }

        page.Append("</tr>\n");
    }

    private static void Row(StringBuilder page, params ReadOnlySpan<object> cells)
    {
        page.Append("<tr>");
        foreach (var cell in cells)
        {
            Cell(page, cell);
        }

        page.Append("</tr>\n");
    }

    private static void Cell(StringBuilder page, object cell) =>
        page.Append(cell is Number ? "<td class=\"n\">" : "<td>").Append(Text(cell.ToString()!)).Append("</td>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    // The machine may know no cultures: Norwegian numbers are said here.
    private static CultureInfo MakeNumbers()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (",", " ");
        return culture;
    }

    private sealed record Number(double Value, bool Plain = false)
    {
        public override string ToString() => Plain ? Value.ToString("0", Numbers) : Value == Math.Truncate(Value) ? Value.ToString("#,##0", Numbers) : Value.ToString("#,##0.000", Numbers);
    }
}
