using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Auditing;

/// <summary>The audit of a table as JSON, as docs/adr/0017 describes it.</summary>
/// <param name="HideBelow">Counts from 1 to below this are hidden.</param>
/// <param name="Width">How wide every interval must be.</param>
/// <param name="Zeros">What becomes of zeros.</param>
/// <param name="Layout">The table's cells.</param>
/// <param name="Shown">Number of cells that the table has.</param>
/// <param name="Hidden">The hidden cells, in the order of the table.</param>
/// <param name="Intervals">What can be computed about each, in the same order.</param>
/// <param name="Primary">Whether each tells too much itself; null where only the published table is known.</param>
/// <param name="SecondaryValue">The sum of the counts of the other hidden cells; null where only the published table is known.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record AuditReport(
    int HideBelow,
    long Width,
    ZeroPolicy Zeros,
    TableLayout Layout,
    int Shown,
    IReadOnlyList<int> Hidden,
    IReadOnlyList<CellInterval> Intervals,
    IReadOnlyList<bool>? Primary,
    long? SecondaryValue,
    TimeSpan Elapsed)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The report of a table that was just protected.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rules">The rules that it was protected by.</param>
    /// <param name="width">The width that it was protected with.</param>
    /// <param name="secondaryValue">The sum of the counts hidden for others' sake.</param>
    /// <param name="elapsed">How long it took.</param>
    public static AuditReport Of(ProtectedTable table, PrimaryRules rules, long width, long secondaryValue, TimeSpan elapsed)
    {
        var layout = table.Layout;
        var hidden = Enumerable.Range(0, layout.CellCount).Where(cell => table.Published[layout.CellOf[cell]] is null).ToArray();
        var known = table.Audit.Intervals.ToDictionary(interval => interval.Cell);
        return new AuditReport(
            rules.HideBelow, width, rules.Zeros, layout, layout.CellCount, hidden, [.. hidden.Select(cell => known[layout.CellOf[cell]])],
            [.. hidden.Select(cell => table.Primary[layout.CellOf[cell]])], secondaryValue, elapsed);
    }

    /// <summary>The hidden cells that are narrower than asked for, by interval or by witnesses.</summary>
    public int Narrow => Intervals.Count(interval => Math.Min(interval.Width, interval.WitnessWidth) < Width);

    /// <summary>Number of primary cells; null where only the published table is known.</summary>
    public int? PrimaryCount => Primary?.Count(primary => primary);

    /// <summary>Writes it.</summary>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteNumber("hideBelow", HideBelow);
        json.WriteNumber("width", Width);
        json.WriteString("zeros", Zeros == ZeroPolicy.Publish ? "publish" : "hide");
        json.WriteNumber("cells", Shown);
        Number(json, "primary", PrimaryCount);
        Number(json, "secondary", Hidden.Count - PrimaryCount);
        Number(json, "secondaryValue", SecondaryValue);
        json.WriteNumber("seconds", Math.Round(Elapsed.TotalSeconds, 3));
        json.WriteStartArray("hidden");
        for (var at = 0; at < Hidden.Count; at++)
        {
            WriteCell(json, at);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private void WriteCell(Utf8JsonWriter json, int at)
    {
        json.WriteStartObject();
        json.WriteStartObject("key");
        for (var dimension = 0; dimension < Layout.Dimensions.Count; dimension++)
        {
            json.WriteString(Layout.Dimensions[dimension].Name, Layout.Dimensions[dimension].Codes[Layout.Node(Hidden[at], dimension)]);
        }

        json.WriteEndObject();
        if (Primary is null)
        {
            json.WriteNull("primary");
        }
        else
        {
            json.WriteBoolean("primary", Primary[at]);
        }

        json.WriteNumber("lower", Intervals[at].Lower);
        json.WriteNumber("upper", Intervals[at].Upper);
        json.WriteNumber("witnessWidth", Intervals[at].WitnessWidth);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
