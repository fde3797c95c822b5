using Kpr.Core.Statistics.Solving;

namespace Kpr.Core.Statistics.Auditing;

/// <summary>
/// One part of what is open: the reach of each of its cells by linear programming, and tables of whole numbers between.
/// </summary>
internal sealed class OpenPart
{
    private const double Rounding = 1e-6;
    private const int CellsBetweenPauses = 150;

    private readonly Simplex _simplex;
    private readonly WholeTables _tables;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _seenLow;
    private readonly double[] _seenHigh;

    public OpenPart(int[] cells, IReadOnlyList<Equation> equations, ReadOnlySpan<long> lower, ReadOnlySpan<long> upper)
    {
        Cells = cells;
        var position = new Dictionary<int, int>();
        (_lower, _upper) = (new double[cells.Length], new double[cells.Length]);
        for (var at = 0; at < cells.Length; at++)
        {
            position[cells[at]] = at;
            (_lower[at], _upper[at]) = (lower[cells[at]], upper[cells[at]]);
        }

        var entries = new List<(int, int, double)>();
        for (var row = 0; row < equations.Count; row++)
        {
            entries.AddRange(equations[row].Terms.Select(term => (row, position[term.Cell], (double)term.Factor)));
        }

        _simplex = new Simplex(
            SparseColumns.Of(equations.Count, cells.Length, entries), [.. equations.Select(equation => (double)equation.Right)], _lower, _upper);
        _tables = new WholeTables(_simplex);
        (_seenLow, _seenHigh) = ((double[])_upper.Clone(), (double[])_lower.Clone());
    }

    /// <summary>Number of cells.</summary>
    public int Count => Cells.Count;

    /// <summary>Least value of each cell, rounded up; set by <see cref="Reach"/>.</summary>
    public long[] Least { get; private set; } = [];

    /// <summary>Largest value of each cell, rounded down; set by <see cref="Reach"/>.</summary>
    public long[] Most { get; private set; } = [];

    /// <summary>The cells.</summary>
    public IReadOnlyList<int> Cells { get; }

    /// <summary>Begins at a table known to agree with everything.</summary>
    public void Begin(long[] table) => _simplex.MoveTo(Array.ConvertAll(table, value => (double)value));

    /// <summary>Looks for a table of whole numbers where a cell lies within bounds; null when none was found.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="from">Its least value.</param>
    /// <param name="to">Its largest value.</param>
    /// <param name="near">A table that it should be near to.</param>
    public long[]? Find(int at, double from, double to, long[]? near = null) => _tables.Find(at, from, to, near);

    /// <summary>Computes the reach of every cell.</summary>
    /// <param name="seen">Is shown every point of whole numbers on the way.</param>
    /// <param name="pause">Is called now and then, with a basis that has moves of its own.</param>
    /// <param name="enough">A cell seen this wide is asked no further; its reach is then what was seen.</param>
    /// <returns>False when nothing agrees with what is published.</returns>
    public bool Reach(Action<long[]> seen, Action pause, double enough = double.PositiveInfinity)
    {
        if (_simplex.Minimise() == SimplexOutcome.Infeasible)
        {
            return false;
        }

        Note(seen);
        (Least, Most) = (new long[Count], new long[Count]);
        for (var at = 0; at < Count; at++)
        {
            if (_seenLow[at] > _lower[at] + Rounding && IsOpen(at))
            {
                Push(at, 1, seen);
            }

            if (_seenHigh[at] < _upper[at] - Rounding && IsOpen(at))
            {
                Push(at, -1, seen);
            }

            if (at % CellsBetweenPauses == 0)
            {
                pause();
            }

            (Least[at], Most[at]) = ((long)Math.Ceiling(_seenLow[at] - Rounding), (long)Math.Floor(_seenHigh[at] + Rounding));
        }

        return true;

        bool IsOpen(int at) => _seenHigh[at] - _seenLow[at] < enough;
    }

    /// <summary>The elementary moves of the present basis that have whole numbers only.</summary>
    public IEnumerable<(int At, long Amount)[]> Moves()
    {
        var direction = new double[Count];
        for (var column = 0; column < Count; column++)
        {
            if (!_simplex.IsBasic(column) && _simplex.Direction(column, direction) && WholeTables.Whole(direction) is { } move)
            {
                yield return [.. Enumerable.Range(0, Count).Where(at => move[at] != 0).Select(at => (at, move[at]))];
            }
        }
    }

    private void Push(int at, double cost, Action<long[]> seen)
    {
        _simplex.Cost[at] = cost;
        _simplex.Minimise();
        _simplex.Cost[at] = 0;
        Note(seen);
    }

    private void Note(Action<long[]> seen)
    {
        var point = _simplex.Point;
        for (var at = 0; at < point.Length; at++)
        {
            _seenLow[at] = Math.Min(_seenLow[at], point[at]);
            _seenHigh[at] = Math.Max(_seenHigh[at], point[at]);
        }

        if (WholeTables.Whole(point) is { } table)
        {
            seen(table);
        }
    }
}
