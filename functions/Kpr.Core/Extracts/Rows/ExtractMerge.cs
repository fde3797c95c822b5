using System.Text;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Risk;

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
            var isOther = last is not { } before || !before.IsOfPersonOf(run.Order);
            last = run.Order;
            buffered.Write(run.Row);
            risk?.Add(run.Row, run.Beside, isOther);
            rows++;
            persons += isOther ? 1 : 0;
            bytes += run.Row.Length;
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

    // A heap of the runs by the rows that they are at; each comes up with the row that is the least of all.
    private static IEnumerable<RunCursor> InOrder(IReadOnlyList<Stream> runs)
    {
        var heap = new List<RunCursor>();
        foreach (var run in runs)
        {
            var cursor = new RunCursor(run);
            if (cursor.Next())
            {
                heap.Add(cursor);
            }
        }

        for (var at = (heap.Count / 2) - 1; at >= 0; at--)
        {
            Sink(heap, at);
        }

        while (heap.Count > 0)
        {
            yield return heap[0];
            if (!heap[0].Next())
            {
                heap[0] = heap[^1];
                heap.RemoveAt(heap.Count - 1);
            }

            Sink(heap, 0);
        }
    }

    private static void Sink(List<RunCursor> heap, int at)
    {
        while ((2 * at) + 1 < heap.Count)
        {
            var child = (2 * at) + 1;
            child += child + 1 < heap.Count && heap[child + 1].CompareTo(heap[child]) < 0 ? 1 : 0;
            if (heap[at].CompareTo(heap[child]) <= 0)
            {
                return;
            }

            (heap[at], heap[child]) = (heap[child], heap[at]);
            at = child;
        }
    }
}
