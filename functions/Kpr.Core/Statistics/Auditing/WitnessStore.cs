namespace Kpr.Core.Statistics.Auditing;

/// <summary>The best witnesses found so far for the cells of one part, told by their difference from its base table.</summary>
internal sealed class WitnessStore
{
    private readonly IReadOnlyList<TiedCell>[] _tied;
    private readonly long[] _base;
    private readonly long[] _least;
    private readonly long[] _most;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly IReadOnlyList<KeyValuePair<int, long>>[] _lowMove;
    private readonly IReadOnlyList<KeyValuePair<int, long>>[] _highMove;
    private readonly List<(int At, long Amount)[]>[] _moves;

    /// <summary>Begins with the base table alone.</summary>
    /// <param name="part">The part.</param>
    /// <param name="table">The base table.</param>
    /// <param name="unknowns">What the part is one of.</param>
    public WitnessStore(OpenPart part, long[] table, Unknowns unknowns)
    {
        _tied = [.. part.Cells.Select(unknowns.Tied)];
        (_base, _least, _most) = (table, [.. part.Cells.Select(cell => unknowns.Lower[cell])], [.. part.Cells.Select(cell => unknowns.Upper[cell])]);
        (_low, _high) = ((long[])table.Clone(), (long[])table.Clone());
        _lowMove = new IReadOnlyList<KeyValuePair<int, long>>[table.Length];
        _highMove = new IReadOnlyList<KeyValuePair<int, long>>[table.Length];
        Array.Fill(_lowMove, []);
        Array.Fill(_highMove, []);
        _moves = [.. table.Select(_ => new List<(int, long)[]>())];
    }

    /// <summary>How far the witnesses of a cell are apart.</summary>
    public long Width(int at) => _high[at] - _low[at];

    /// <summary>The lowest witness of a cell.</summary>
    public Witness Low(int at) => new(_low[at], _lowMove[at]);

    /// <summary>The highest witness of a cell.</summary>
    public Witness High(int at) => new(_high[at], _highMove[at]);

    /// <summary>The table where a cell is lowest (−1) or highest (1).</summary>
    public long[] Table(int at, int sign)
    {
        var changes = (sign > 0 ? _highMove : _lowMove)[at].ToDictionary();
        return [.. _base.Select((value, other) => value + changes.GetValueOrDefault(_tied[other][0].Cell))];
    }

    /// <summary>Takes a table of whole numbers.</summary>
    public void Add(long[] table)
    {
        List<KeyValuePair<int, long>>? move = null;
        for (var at = 0; at < table.Length; at++)
        {
            if (table[at] < _low[at] || table[at] > _high[at])
            {
                move ??= [.. Enumerable.Range(0, table.Length).SelectMany(other => Changes(other, table[other] - _base[other]))];
                Take(at, table[at], move);
            }
        }
    }

    /// <summary>Goes from the base table along a move, both ways, as far as the bounds allow, and remembers it.</summary>
    public void Along((int At, long Amount)[] move)
    {
        foreach (var (at, _) in move)
        {
            _moves[at].Add(move);
        }

        foreach (var sign in (int[])[1, -1])
        {
            var steps = sign * Steps(_base, move, sign);
            if (steps != 0)
            {
                KeyValuePair<int, long>[] changes = [.. move.SelectMany(change => Changes(change.At, steps * change.Amount))];
                foreach (var (at, amount) in move)
                {
                    Take(at, _base[at] + (steps * amount), changes);
                }
            }
        }
    }

    /// <summary>Goes from the base table along one remembered move after the other that carries a cell.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="sign">Up or down.</param>
    /// <param name="goal">How far is far enough, from the base table.</param>
    public void Climb(int at, int sign, long goal)
    {
        var table = (long[])_base.Clone();
        foreach (var move in _moves[at])
        {
            var amount = sign * Array.Find(move, change => change.At == at).Amount;
            var missing = goal - (sign * (table[at] - _base[at]));
            var direction = Math.Sign(amount);
            var steps = direction * Math.Min(Steps(table, move, direction), (missing + Math.Abs(amount) - 1) / Math.Abs(amount));
            foreach (var (other, change) in move)
            {
                table[other] += steps * change;
            }

            if (sign * (table[at] - _base[at]) >= goal)
            {
                break;
            }
        }

        Add(table);
    }

    // What it does to all that are tied to a cell.
    private IEnumerable<KeyValuePair<int, long>> Changes(int at, long amount) =>
        amount == 0 ? [] : _tied[at].Select(tied => new KeyValuePair<int, long>(tied.Cell, tied.Sign * amount));

    private long Steps(long[] table, (int At, long Amount)[] move, int sign)
    {
        var steps = long.MaxValue;
        foreach (var (at, amount) in move)
        {
            var room = sign * amount < 0 ? table[at] - _least[at] : _most[at] - table[at];
            steps = Math.Min(steps, room / Math.Abs(amount));
        }

        return steps;
    }

    private void Take(int at, long value, IReadOnlyList<KeyValuePair<int, long>> move)
    {
        if (value < _low[at])
        {
            (_low[at], _lowMove[at]) = (value, move);
        }

        if (value > _high[at])
        {
            (_high[at], _highMove[at]) = (value, move);
        }
    }
}
