using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Cells;

namespace Kpr.Local.Tables;

/// <summary>What a published table shows.</summary>
/// <param name="Values">The value of each cell of the system; null where hidden or not in the table.</param>
/// <param name="Hidden">The hidden cells, in the order of the file.</param>
internal sealed record PublishedCells(IReadOnlyList<long?> Values, IReadOnlyList<int> Hidden)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="TableInputException">A cell twice, or counts of the same units that differ.</exception>
    public static PublishedCells Of(TableOptions options, TableLayout layout, CountRows rows)
    {
        var positions = layout.Dimensions.Select(CodePositions.Of).ToArray();
        var values = new long?[layout.System.Count];
        var seen = new HashSet<int>();
        var hidden = new List<int>();
        foreach (var (line, codes, count) in rows.Rows)
        {
            var nodes = new int[codes.Length];
            for (var at = 0; at < codes.Length; at++)
            {
                if (!positions[at].TryGetValue(codes[at], out nodes[at]))
                {
                    throw new TableInputException($"{options.File}, linje {line}: gruppen «{codes[at]}» har ingen koder i tabellen.");
                }
            }

            var cell = layout.Cell(nodes);
            if (!seen.Add(cell))
            {
                throw new TableInputException($"{options.File}, linje {line}: cellen {string.Join(" × ", codes)} står to ganger.");
            }

            if (count is null)
            {
                hidden.Add(cell);
            }
            else if (values[layout.CellOf[cell]] is { } same && same != count)
            {
                throw new TableInputException($"{options.File}, linje {line}: {count}, men de samme enhetene er {same} et annet sted.");
            }
            else
            {
                values[layout.CellOf[cell]] = count;
            }
        }

        return new PublishedCells(values, hidden);
    }

    /// <summary>The interval of each hidden cell. One that is published under another name has no width.</summary>
    public CellInterval[] Intervals(TableLayout layout, AuditResult audit)
    {
        var known = audit.Intervals.ToDictionary(interval => interval.Cell);
        return [.. Hidden.Select(cell => layout.CellOf[cell]).Select(cell => known.TryGetValue(cell, out var interval) ? interval : Shown(cell))];
    }

    private CellInterval Shown(int cell)
    {
        var witness = new Witness(Values[cell]!.Value, []);
        return new CellInterval(cell, witness.Value, witness.Value, witness, witness);
    }
}
