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

        var table = published.Select((value, cell) => value ?? unknowns.Lower[cell]).ToArray();
        var whole = true;
        var parts = new List<(OpenPart Part, WitnessStore? Witnesses)>();
        foreach (var (cells, equations) in unknowns.Parts())
        {
            var part = new OpenPart(cells, equations, unknowns.Lower, unknowns.Upper);
            var first = truth is null ? part.Find(0, 0, double.MaxValue) : [.. cells.Select(cell => truth[cell])];
            if (first is not null)
            {
                part.Begin(first);
            }

            var (reached, witnesses) = Audit(part, first, unknowns, goal);
            if (!reached)
            {
                return null;
            }

            whole &= first is not null;
            for (var at = 0; at < cells.Length; at++)
            {
                table[cells[at]] = first?[at] ?? part.Least[at];
            }

            parts.Add((part, witnesses));
        }

        return Result(table, whole, parts);
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
        foreach (var (cells, equations) in unknowns.Parts())
        {
            var part = new OpenPart(cells, equations, unknowns.Lower, unknowns.Upper);
            if (!part.Reach(_ => { }, () => { }, width))
            {
                return null;
            }

            for (var at = 0; at < cells.Length; at++)
            {
                if (part.Most[at] - part.Least[at] < width)
                {
                    narrow.Add((cells[at], part.Least[at], part.Most[at]));
                }
            }
        }

        return [.. narrow.OrderBy(cell => cell.Cell)];
    }

    private static (bool Reached, WitnessStore? Witnesses) Audit(OpenPart part, long[]? first, Unknowns unknowns, long goal)
    {
        var witnesses = first is null
            ? null
            : new WitnessStore(part, first, [.. part.Cells.Select(cell => unknowns.Lower[cell])], [.. part.Cells.Select(cell => unknowns.Upper[cell])]);
        if (!part.Reach(table => witnesses?.Add(table), Move))
        {
            return (false, null);
        }

        if (witnesses is not null)
        {
            Move();
            for (var at = 0; at < part.Count; at++)
            {
                Widen(part, witnesses, at, Math.Min(goal, part.Most[at] - part.Least[at]));
            }
        }

        return (true, witnesses);

        void Move()
        {
            if (witnesses is not null && Enumerable.Range(0, part.Count).Any(at => witnesses.Width(at) < goal))
            {
                foreach (var move in part.Moves())
                {
                    witnesses.Along(move);
                }
            }
        }
    }

    // From both ends, as far as the goal asks: by known moves one after the other, then by search.
    private static void Widen(OpenPart part, WitnessStore witnesses, int at, long goal)
    {
        foreach (var sign in (int[])[1, -1])
        {
            if (witnesses.Width(at) < goal)
            {
                witnesses.Climb(at, sign, goal);
            }
        }

        for (var attempt = 0; attempt < 2 && witnesses.Width(at) < goal; attempt++)
        {
            var missing = goal - witnesses.Width(at);
            var (from, to) = attempt == 0
                ? ((double)Math.Min(witnesses.High(at).Value + missing, part.Most[at]), double.MaxValue)
                : (double.MinValue, (double)Math.Max(witnesses.Low(at).Value - missing, part.Least[at]));
            if (part.Find(at, from, to) is { } table)
            {
                witnesses.Add(table);
            }
        }
    }

    private AuditResult Result(long[] table, bool whole, List<(OpenPart Part, WitnessStore? Witnesses)> parts)
    {
        var intervals = new CellInterval?[system.Count];
        foreach (var (part, witnesses) in parts)
        {
            for (var at = 0; at < part.Count; at++)
            {
                var cell = part.Cells[at];
                var none = new Witness(table[cell], []);
                intervals[cell] = new CellInterval(cell, part.Least[at], part.Most[at], witnesses?.Low(at) ?? none, witnesses?.High(at) ?? none);
            }
        }

        for (var cell = 0; cell < system.Count; cell++)
        {
            if (published[cell] is null)
            {
                // What simple subtraction gives away is in no part.
                intervals[cell] ??= new CellInterval(cell, table[cell], table[cell], new Witness(table[cell], []), new Witness(table[cell], []));
            }
        }

        var result = new AuditResult(whole ? table : null, [.. intervals.OfType<CellInterval>()]);
        return result.WitnessesHold(system, published, least) ? result : throw new InvalidOperationException("A witness table does not add up.");
    }
}
