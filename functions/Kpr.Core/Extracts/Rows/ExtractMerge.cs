using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Risk;
using Kpr.Core.Extracts.Sorting;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Merges sorted runs of a table, as many as there are, in memory that does not grow with their length.</summary>
public static class ExtractMerge
{
    private const int BufferLength = 1 << 18;

    /// <summary>Writes a table as CSV: UTF-8, a header, commas, quotes by RFC 4180, LF.</summary>
    /// <param name="table">The table.</param>
    /// <param name="runs">Its runs, from all units, in any order.</param>
    /// <param name="target">Takes the file; it is not closed.</param>
    /// <param name="risk">Counts who can be found; null for tables of lists.</param>
    public static MergedTable ToCsv(ExtractTable table, IReadOnlyList<Stream> runs, Stream target, RiskTally? risk = null)
    {
        var header = Encoding.UTF8.GetBytes($"{string.Join(',', table.Columns.Select(column => column.Name))}\n");
        var (rows, persons, bytes) = (0L, 0L, (long)header.Length);
        var buffered = new BufferedStream(target, BufferLength);
        buffered.Write(header);
        RowOrder? last = null;
        foreach (var run in InOrder(runs))
        {
            var row = PackedRow.Read(run.Record);
            var isOther = last is not { } before || !before.IsOfPersonOf(row.Order);
            last = row.Order;
            buffered.Write(row.Row);
            risk?.Add(row.Row, row.Beside, isOther);
            rows++;
            persons += isOther ? 1 : 0;
            bytes += row.Row.Length;
        }

        buffered.Flush();
        return new MergedTable(table.Name, rows, persons, bytes);
    }

    /// <summary>Makes one run of several, where there are more than can be open at once.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="target">Takes the run; it is not closed.</param>
    /// <returns>Number of rows.</returns>
    public static long ToRun(IReadOnlyList<Stream> runs, Stream target)
    {
        var rows = 0L;
        var buffered = new BufferedStream(target, BufferLength);
        foreach (var run in InOrder(runs))
        {
            buffered.Write(run.Whole);
            rows++;
        }

        buffered.Flush();
        return rows;
    }

    private static IEnumerable<RecordCursor> InOrder(IReadOnlyList<Stream> runs) => RecordMerge.InOrder(runs.Select(run => new RecordCursor(run)));
}
