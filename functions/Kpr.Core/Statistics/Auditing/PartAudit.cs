namespace Kpr.Core.Statistics.Auditing;

/// <summary>The audit of one part: the reach of its cells, and witnesses as wide as asked for.</summary>
internal sealed class PartAudit
{
    private readonly Unknowns _unknowns;
    private readonly OpenPart _part;
    private readonly long[]? _first;
    private readonly WitnessStore? _witnesses;
    private readonly long _goal;

    /// <summary>Takes a part, and looks for a first table.</summary>
    /// <param name="unknowns">What is open.</param>
    /// <param name="part">The part of it.</param>
    /// <param name="goal">The width that witnesses are looked for.</param>
    /// <param name="truth">The true values where they are known.</param>
    public PartAudit(Unknowns unknowns, OpenPart part, long goal, IReadOnlyList<long>? truth)
    {
        (_unknowns, _part, _goal) = (unknowns, part, goal);
        _first = truth is null ? _part.Find(0, 0, double.MaxValue) : [.. _part.Cells.Select(cell => truth[cell])];
        if (_first is not null)
        {
            _part.Begin(_first);
            _witnesses = new WitnessStore(_part, _first, _unknowns);
        }
    }

    /// <summary>Audits.</summary>
    /// <returns>False when nothing agrees with what is published.</returns>
    public bool Run()
    {
        if (!_part.Reach(table => _witnesses?.Add(table), Move))
        {
            return false;
        }

        if (_witnesses is not null)
        {
            Move();
            for (var at = 0; at < _part.Count; at++)
            {
                Widen(_witnesses, at, Math.Min(_goal, _part.Most[at] - _part.Least[at]));
            }
        }

        return true;
    }

    /// <summary>Writes the first table into that of all cells.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Fill(long[] table)
    {
        for (var at = 0; at < _first?.Length; at++)
        {
            foreach (var tied in _unknowns.Tied(_part.Cells[at]))
            {
                table[tied.Cell] = tied.Value(_first[at]);
            }
        }

        return _first is not null;
    }

    /// <summary>What was found for each cell of the part, and for those that are tied to it.</summary>
    public IEnumerable<CellInterval> Intervals()
    {
        for (var at = 0; at < _part.Count; at++)
        {
            var (least, most) = (_part.Least[at], _part.Most[at]);
            var none = new Witness(_first?[at] ?? least, []);
            var (low, high) = (_witnesses?.Low(at) ?? none, _witnesses?.High(at) ?? none);
            foreach (var tied in _unknowns.Tied(_part.Cells[at]))
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
        if (_witnesses is not null && Enumerable.Range(0, _part.Count).Any(at => _witnesses.Width(at) < _goal))
        {
            foreach (var move in _part.Moves())
            {
                _witnesses.Along(move);
            }
        }
    }

    // From both ends, as far as the goal asks: by known moves one after the other, then by search.
    private void Widen(WitnessStore witnesses, int at, long goal)
    {
        foreach (var sign in (int[])[1, -1])
        {
            if (witnesses.Width(at) < goal)
            {
                witnesses.Climb(at, sign, goal);
            }
        }

        foreach (var sign in (int[])[1, -1])
        {
            var missing = goal - witnesses.Width(at);
            if (missing > 0)
            {
                var (from, to) = sign > 0
                    ? ((double)Math.Min(witnesses.High(at).Value + missing, _part.Most[at]), double.MaxValue)
                    : (double.MinValue, (double)Math.Max(witnesses.Low(at).Value - missing, _part.Least[at]));
                if (_part.Find(at, from, to, witnesses.Table(at, sign)) is { } table)
                {
                    witnesses.Add(table);
                }
            }
        }
    }
}
