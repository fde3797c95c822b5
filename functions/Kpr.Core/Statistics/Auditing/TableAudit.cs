using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Statistics.Auditing;

/// <summary>
/// Plays the attacker: computes for every hidden cell the interval that follows from everything published, and looks for two
/// tables of whole numbers that prove how wide it is.
/// </summary>
/// <param name="system">The cells of all tables that the attacker has.</param>
/// <param name="published">Their published values; null where hidden or not asked for.</param>
/// <param name="least">The least value of a hidden cell: zero where zeros may be hidden, one where all zeros are published.</param>
public sealed class TableAudit(CellSystem system, IReadOnlyList<long?> published, long least = 0)
{
    /// <summary>Audits.</summary>
    /// <param name="goal">The width that witnesses are looked for; most cells get wider ones.</param>
    /// <param name="truth">The true values where the caller has them: they spare the search for a first table. The intervals do not depend on them.</param>
    /// <returns>What was found; null when the published numbers contradict each other.</returns>
    public AuditResult? Run(long goal, IReadOnlyList<long>? truth = null)
    {
        var unknowns = new Unknowns(system, published, least);
        if (unknowns.Contradiction)
        {
            return null;
        }

        var parts = new List<PartAudit>();
        foreach (var part in Parts(unknowns))
        {
            var audit = new PartAudit(unknowns, part, goal, truth);
            if (!audit.Run())
            {
                return null;
            }

            parts.Add(audit);
        }

        return Result(unknowns, parts);
    }

    /// <summary>The cells that can be computed more closely than a width, without witnesses: for many cells that are mostly wide.</summary>
    /// <param name="width">The width.</param>
    /// <returns>The narrow cells with their intervals, in rising order; null when the published numbers contradict each other.</returns>
    public IReadOnlyList<(int Cell, long Lower, long Upper)>? NarrowerThan(long width)
    {
        var unknowns = new Unknowns(system, published, least);
        if (unknowns.Contradiction)
        {
            return null;
        }

        var narrow = Enumerable.Range(0, system.Count).Where(cell => published[cell] is null && unknowns.Lower[cell] == unknowns.Upper[cell])
            .Select(cell => (Cell: cell, Lower: unknowns.Lower[cell], Upper: unknowns.Upper[cell])).ToList();
        foreach (var part in Parts(unknowns))
        {
            if (!part.Reach(_ => { }, () => { }, width))
            {
                return null;
            }

            for (var at = 0; at < part.Count; at++)
            {
                if (part.Most[at] - part.Least[at] < width)
                {
                    foreach (var tied in unknowns.Tied(part.Cells[at]))
                    {
                        var (lower, upper) = tied.Values(part.Least[at], part.Most[at]);
                        narrow.Add((tied.Cell, lower, upper));
                    }
                }
            }
        }

        return [.. narrow.OrderBy(cell => cell.Cell)];
    }

    private static IEnumerable<OpenPart> Parts(Unknowns unknowns) =>
        unknowns.Parts().Select(part => new OpenPart(part.Cells, part.Equations, unknowns.Lower, unknowns.Upper));

    private AuditResult Result(Unknowns unknowns, List<PartAudit> parts)
    {
        var intervals = new CellInterval?[system.Count];
        foreach (var interval in parts.SelectMany(part => part.Intervals()))
        {
            intervals[interval.Cell] = interval;
        }

        for (var cell = 0; cell < system.Count; cell++)
        {
            if (published[cell] is null && intervals[cell] is null)
            {
                // What simple subtraction gives away is in no part.
                var only = new Witness(unknowns.Lower[cell], []);
                intervals[cell] = new CellInterval(cell, only.Value, only.Value, only, only);
            }
        }

        var table = published.Select((value, cell) => value ?? unknowns.Lower[cell]).ToArray();
        var whole = parts.TrueForAll(part => part.Fill(table));
        var result = new AuditResult(whole ? table : null, [.. intervals.OfType<CellInterval>()]);
        return result.WitnessesHold(system, published, least) ? result : throw new InvalidOperationException("A witness table does not add up.");
    }
}
