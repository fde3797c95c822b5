namespace Kpr.Core.Statistics.Auditing;

/// <summary>The audit of some of the cells of a part, by itself: their reach, and witnesses as wide as asked for.</summary>
/// <param name="unknowns">What is open.</param>
/// <param name="part">The part of it; nobody else's while the audit runs.</param>
/// <param name="from">The first of the cells.</param>
/// <param name="to">Behind the last.</param>
/// <param name="goal">The width that witnesses are looked for.</param>
/// <param name="first">A table that agrees with everything published, its cells in the order of the part; null when none was found.</param>
internal sealed class PartAudit(Unknowns unknowns, OpenPart part, int from, int to, long goal, long[]? first)
{
    private readonly WitnessStore? _witnesses = first is null ? null : new WitnessStore(part, first, unknowns);

    /// <summary>Audits.</summary>
    /// <returns>False when nothing agrees with what is published.</returns>
    public bool Run()
    {
        if (first is not null)
        {
            part.Begin(first);
        }

        if (!part.Reach(from..to, table => _witnesses?.Add(table), Move))
        {
            return false;
        }

        if (_witnesses is not null)
        {
            Move();
            for (var at = from; at < to; at++)
            {
                Widen(_witnesses, at, Math.Min(goal, part.Most[at] - part.Least[at]));
            }
        }

        return true;
    }

    /// <summary>Writes the first table into that of all cells.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Fill(long[] table)
    {
        for (var at = from; first is not null && at < to; at++)
        {
            foreach (var tied in unknowns.Tied(part.Cells[at]))
            {
                table[tied.Cell] = tied.Value(first[at]);
            }
        }

        return first is not null;
    }

    /// <summary>What was found for each of the cells, and for those that are tied to it.</summary>
    public IEnumerable<CellInterval> Intervals()
    {
        for (var at = from; at < to; at++)
        {
            var (least, most) = (part.Least[at], part.Most[at]);
            var none = new Witness(first?[at] ?? least, []);
            var (low, high) = (_witnesses?.Low(at) ?? none, _witnesses?.High(at) ?? none);
            foreach (var tied in unknowns.Tied(part.Cells[at]))
            {
                var (lower, upper) = tied.Values(least, most);
                var (lowest, highest) = tied.Sign > 0 ? (low, high) : (high, low);
                yield return new CellInterval(
                    tied.Cell, lower, upper, lowest with { Value = tied.Value(lowest.Value) }, highest with { Value = tied.Value(highest.Value) });
            }
        }
    }

    private void Move()
    {
        if (_witnesses is not null && Enumerable.Range(from, to - from).Any(at => _witnesses.Width(at) < goal))
        {
            foreach (var move in part.Moves())
            {
                _witnesses.Along(move);
            }
        }
    }

    // From both ends, as far as the goal asks: by known moves one after the other, then by search.
    private void Widen(WitnessStore witnesses, int at, long width)
    {
        foreach (var sign in (int[])[1, -1])
        {
            if (witnesses.Width(at) < width)
            {
                witnesses.Climb(at, sign, width);
            }
        }

        foreach (var sign in (int[])[1, -1])
        {
            var missing = width - witnesses.Width(at);
            if (missing > 0)
            {
                var (least, most) = sign > 0
                    ? ((double)Math.Min(witnesses.High(at).Value + missing, part.Most[at]), double.MaxValue)
                    : (double.MinValue, (double)Math.Max(witnesses.Low(at).Value - missing, part.Least[at]));
                if (part.Find(at, least, most, witnesses.Table(at, sign)) is { } table)
                {
                    witnesses.Add(table);
                }
            }
        }
    }
}
