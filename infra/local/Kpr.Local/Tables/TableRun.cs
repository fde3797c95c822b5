using System.Globalization;
using System.Text;
using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Hiding;

namespace Kpr.Local.Tables;

/// <summary>Protects and audits tables in files.</summary>
/// <param name="options">What is asked for.</param>
/// <param name="output">Where results and errors go.</param>
/// <param name="time">Tells how long it takes.</param>
internal sealed class TableRun(TableOptions options, CommandOutput output, TimeProvider time)
{
    /// <summary><c>kpr table protect</c>.</summary>
    public int Protect() => Answer(() =>
    {
        var started = time.GetTimestamp();
        var rows = CountRows.Read(options, published: false);
        var layout = TableShape.Of(options, rows, margins: false, output.Error.WriteLine);
        var counts = Counts(layout, rows);
        var table = new TableProtection(options.Rules, options.Width, new Suppression()).Protect(layout, counts);
        var secondary = Enumerable.Range(0, layout.CellCount)
            .Where(cell => table.Published[layout.CellOf[cell]] is null && !table.Primary[layout.CellOf[cell]]).Sum(cell => counts[cell]);
        var report = AuditReport.Of(table, options.Rules, options.Width, secondary, time.GetElapsedTime(started));
        if (options.Out is { } path)
        {
            InputFile.Write(path, stream => WriteTable(stream, layout, table.Published, rows.Delimiter));
        }

        return report;
    });

    /// <summary><c>kpr table audit</c>.</summary>
    public int Audit() => Answer(() =>
    {
        var started = time.GetTimestamp();
        var rows = CountRows.Read(options, published: true);
        var layout = TableShape.Of(options, rows, margins: true, output.Error.WriteLine);
        var published = PublishedCells.Of(options, layout, rows);
        var audit = new TableAudit(layout.System, published.Values, options.Rules.LeastHidden).Run(options.Width)
            ?? throw new TableInputException($"{options.File}: de publiserte tallene motsier hverandre.");
        return new AuditReport(
            options.HideBelow, options.Width, options.Zeros, layout, rows.Rows.Count, published.Hidden, published.Intervals(layout, audit), null, null, time.GetElapsedTime(started));
    });

    private int Answer(Func<AuditReport> run)
    {
        try
        {
            var report = run();
            if (options.Audit is { } path)
            {
                InputFile.Write(path, report.Write);
                output.Out.WriteLine(Summary(report));
            }
            else
            {
                using var json = new MemoryStream();
                report.Write(json);
                output.Out.Write(Encoding.UTF8.GetString(json.ToArray()));
                output.Error.WriteLine(Summary(report));
            }

            return report.Narrow == 0 ? ExitCode.Good : ExitCode.JudgedBad;
        }
        catch (TableInputException exception)
        {
            output.Error.WriteLine(exception.Message);
            return ExitCode.Usage;
        }
    }

    private string Summary(AuditReport report)
    {
        var how = report.PrimaryCount is { } primary
            ? string.Create(CultureInfo.InvariantCulture, $" ({primary} for små tall, {report.Hidden.Count - primary} for deres skyld, med verdi {report.SecondaryValue})")
            : "";
        var narrow = report.Narrow == 0
            ? $"ingen kan regnes ut nærmere enn {options.Width}"
            : string.Create(CultureInfo.InvariantCulture, $"{report.Narrow} kan regnes ut nærmere enn {options.Width}");
        return string.Create(CultureInfo.InvariantCulture, $"{report.Shown} celler, {report.Hidden.Count} skjult{how}; {narrow}.");
    }

    private static long[] Counts(TableLayout layout, CountRows rows)
    {
        var positions = layout.Dimensions.Select(CodePositions.Of).ToArray();
        var counts = new long[layout.CellCount];
        foreach (var (_, codes, count) in rows.Rows)
        {
            counts[layout.Cell([.. codes.Select((code, at) => positions[at][code])])] += count ?? 0;
        }

        layout.AddUp(counts);
        return counts;
    }

    private void WriteTable(Stream stream, TableLayout layout, IReadOnlyList<long?> published, char delimiter)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        writer.WriteLine(string.Join(delimiter, options.By.Append(options.Count).Select(name => DelimitedText.Field(name, delimiter))));
        for (var cell = 0; cell < layout.CellCount; cell++)
        {
            for (var at = 0; at < layout.Dimensions.Count; at++)
            {
                writer.Write(DelimitedText.Field(layout.Dimensions[at].Codes[layout.Node(cell, at)], delimiter));
                writer.Write(delimiter);
            }

            writer.WriteLine(published[layout.CellOf[cell]]?.ToString(CultureInfo.InvariantCulture) ?? CountRows.Hidden);
        }
    }
}
