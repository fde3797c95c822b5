using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Local.Tables;

/// <summary>The audit of a table as JSON, as docs/adr/0017 describes it.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Layout">The table's cells.</param>
/// <param name="Shown">Number of cells that the table has.</param>
/// <param name="Hidden">The hidden cells, in the order of the table.</param>
/// <param name="Intervals">What can be computed about each, in the same order.</param>
/// <param name="Primary">Whether each tells too much itself; null where only the published table is known.</param>
/// <param name="SecondaryValue">The sum of the counts of the other hidden cells; null where only the published table is known.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record TableReport(
    TableOptions Options,
    TableLayout Layout,
    int Shown,
    IReadOnlyList<int> Hidden,
    IReadOnlyList<CellInterval> Intervals,
    IReadOnlyList<bool>? Primary,
    long? SecondaryValue,
    TimeSpan Elapsed)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The hidden cells that are narrower than asked for, by interval or by witnesses.</summary>
    public int Narrow => Intervals.Count(interval => Math.Min(interval.Width, interval.WitnessWidth) < Options.Width);

    /// <summary>Number of primary cells; null where only the published table is known.</summary>
    public int? PrimaryCount => Primary?.Count(primary => primary);

    /// <summary>Writes it.</summary>
    public void Write(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        json.WriteNumber("hideBelow", Options.HideBelow);
        json.WriteNumber("width", Options.Width);
        json.WriteString("zeros", Options.Zeros == ZeroPolicy.Publish ? "publish" : "hide");
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
