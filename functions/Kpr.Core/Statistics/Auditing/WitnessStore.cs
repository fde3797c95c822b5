namespace Kpr.Core.Statistics.Auditing;

/// <summary>The best witnesses found so far for the cells of one part, told by their difference from its base table.</summary>
internal sealed class WitnessStore
{
    private readonly OpenPart _part;
    private readonly long[] _base;
    private readonly long[] _least;
    private readonly long[] _most;
    private readonly long[] _low;
    private readonly long[] _high;
    private readonly IReadOnlyList<KeyValuePair<int, long>>[] _lowMove;
    private readonly IReadOnlyList<KeyValuePair<int, long>>[] _highMove;

    /// <summary>Begins with the base table alone.</summary>
    /// <param name="part">The part.</param>
    /// <param name="table">The base table.</param>
    /// <param name="least">Least values of its cells.</param>
    /// <param name="most">Largest values of its cells.</param>
    public WitnessStore(OpenPart part, long[] table, long[] least, long[] most)
    {
        (_part, _base, _least, _most) = (part, table, least, most);
        (_low, _high) = ((long[])table.Clone(), (long[])table.Clone());
        _lowMove = new IReadOnlyList<KeyValuePair<int, long>>[table.Length];
        _highMove = new IReadOnlyList<KeyValuePair<int, long>>[table.Length];
        Array.Fill(_lowMove, []);
        Array.Fill(_highMove, []);
    }

    /// <summary>How far the witnesses of a cell are apart.</summary>
    public long Width(int at) => _high[at] - _low[at];

    /// <summary>The lowest witness of a cell.</summary>
    public Witness Low(int at) => new(_low[at], _lowMove[at]);

    /// <summary>The highest witness of a cell.</summary>
    public Witness High(int at) => new(_high[at], _highMove[at]);

    /// <summary>Takes a table of whole numbers.</summary>
    public void Add(long[] table)
    {
        List<KeyValuePair<int, long>>? move = null;
        for (var at = 0; at < table.Length; at++)
        {
            if (table[at] < _low[at])
            {
                (_low[at], _lowMove[at]) = (table[at], move ??= Difference(table));
            }

            if (table[at] > _high[at])
            {
                (_high[at], _highMove[at]) = (table[at], move ??= Difference(table));
            }
        }
    }

    /// <summary>Goes from the base table along a move, both ways, as far as the bounds allow.</summary>
    public void Along(long[] move)
    {
        foreach (var sign in (int[])[1, -1])
        {
            var steps = long.MaxValue;
            for (var at = 0; at < move.Length; at++)
            {
                if (move[at] != 0)
                {
                    var room = (sign * move[at]) < 0 ? _base[at] - _least[at] : _most[at] - _base[at];
                    steps = Math.Min(steps, room / Math.Abs(move[at]));
                }
            }

            if (steps is > 0 and < long.MaxValue)
            {
                Add([.. _base.Select((value, at) => value + (sign * steps * move[at]))]);
            }
        }
    }

    private List<KeyValuePair<int, long>> Difference(long[] table)
    {
        var move = new List<KeyValuePair<int, long>>();
        for (var at = 0; at < table.Length; at++)
        {
            if (table[at] != _base[at])
            {
                move.Add(new(_part.Cells[at], table[at] - _base[at]));
            }
        }

        return move;
    }
}
