namespace Kpr.Core.Statistics.Solving;

/// <summary>
/// Takes a basis apart (B = L·U) and writes the inverse of its factors: columns with one row left first, and rows with one
/// column left, which cost nothing; then what is no triangle, the emptiest columns and rows first (Markowitz), so that few
/// entries arise that the basis does not have.
/// </summary>
internal sealed class BasisFactors
{
    private const double Negligible = 1e-11;
    private const double PivotTolerance = 1e-8;
    private const double PivotShare = 0.1;

    private readonly Dictionary<int, double>[] _rows;
    private readonly HashSet<int>[] _columns;
    private readonly List<(int Row, double Value)>[] _upper;
    private readonly bool[] _rowOpen;
    private readonly bool[] _columnOpen;
    private readonly BasisInverse _inverse;

    /// <summary>Takes columns apart.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="basis">The columns of the basis.</param>
    /// <param name="open">Which rows they are to be given, one each.</param>
    /// <param name="inverse">Takes the inverse.</param>
    public BasisFactors(SparseColumns matrix, int[] basis, bool[] open, BasisInverse inverse)
    {
        (_inverse, _rowOpen) = (inverse, open);
        _rows = new Dictionary<int, double>[matrix.Rows];
        _columns = new HashSet<int>[basis.Length];
        _upper = new List<(int, double)>[basis.Length];
        _columnOpen = new bool[basis.Length];
        RowOf = new int[basis.Length];
        for (var at = 0; at < basis.Length; at++)
        {
            (_columns[at], _upper[at], _columnOpen[at], RowOf[at]) = ([], [], true, -1);
            for (var i = matrix.Start[basis[at]]; i < matrix.Start[basis[at] + 1]; i++)
            {
                if (open[matrix.Row[i]])
                {
                    (_rows[matrix.Row[i]] ??= []).Add(at, matrix.Value[i]);
                    _columns[at].Add(matrix.Row[i]);
                }
                else
                {
                    // The row's own variable stays, and is a column with one row.
                    _upper[at].Add((matrix.Row[i], matrix.Value[i]));
                }
            }
        }

        var order = Eliminate();
        for (var k = order.Count - 1; k >= 0; k--)
        {
            Write(_upper[order[k]], RowOf[order[k]], 1);
        }
    }

    /// <summary>The row that each column was given; −1 for one that depends on the others.</summary>
    public int[] RowOf { get; }

    private List<int> Eliminate()
    {
        var order = new List<int>();
        var (singles, lonely) = (new Stack<int>(), new Stack<int>());
        for (var at = 0; at < _columns.Length; at++)
        {
            if (_columns[at].Count == 1)
            {
                singles.Push(at);
            }
        }

        for (var row = 0; row < _rows.Length; row++)
        {
            if (_rowOpen[row] && _rows[row]?.Count == 1)
            {
                lonely.Push(row);
            }
        }

        while (true)
        {
            var (column, row) = Next(singles, lonely);
            if (column < 0)
            {
                return order;
            }

            if (row < 0)
            {
                Drop(column);
                continue;
            }

            order.Add(column);
            Pivot(column, row, singles, lonely);
        }
    }

    private (int Column, int Row) Next(Stack<int> singles, Stack<int> lonely)
    {
        while (singles.TryPop(out var at))
        {
            if (_columnOpen[at] && _columns[at].Count == 1)
            {
                return (at, PivotRow(at));
            }
        }

        while (lonely.TryPop(out var row))
        {
            if (_rowOpen[row] && _rows[row].Count == 1 && _rows[row].First() is var (only, value) && Math.Abs(value) > PivotTolerance)
            {
                return (only, row);
            }
        }

        var (best, fewest) = (-1, int.MaxValue);
        for (var at = 0; at < _columns.Length && fewest > 2; at++)
        {
            if (_columnOpen[at] && _columns[at].Count is var count && count < fewest)
            {
                (best, fewest) = (at, count);
            }
        }

        return best < 0 ? (-1, -1) : (best, PivotRow(best));
    }

    private int PivotRow(int column)
    {
        var most = 0.0;
        foreach (var row in _columns[column])
        {
            most = Math.Max(most, Math.Abs(_rows[row][column]));
        }

        var best = -1;
        foreach (var row in _columns[column])
        {
            if (most > PivotTolerance && Math.Abs(_rows[row][column]) >= PivotShare * most
                && (best < 0 || _rows[row].Count < _rows[best].Count || (_rows[row].Count == _rows[best].Count && row < best)))
            {
                best = row;
            }
        }

        return best;
    }

    private void Pivot(int column, int row, Stack<int> singles, Stack<int> lonely)
    {
        (RowOf[column], _columnOpen[column], _rowOpen[row]) = (row, false, false);
        var pivotRow = _rows[row];
        pivotRow.Remove(column, out var pivot);
        _columns[column].Remove(row);
        var below = new List<(int Row, double Value)>(_columns[column].Count);
        foreach (var other in _columns[column])
        {
            _rows[other].Remove(column, out var value);
            below.Add((other, value));
        }

        Write(below, row, pivot);
        foreach (var (next, value) in pivotRow)
        {
            var share = value / pivot;
            _upper[next].Add((row, share));
            _columns[next].Remove(row);
            foreach (var (other, factor) in below)
            {
                Subtract(other, next, factor * share);
            }

            if (_columns[next].Count == 1)
            {
                singles.Push(next);
            }
        }

        foreach (var (other, _) in below)
        {
            if (_rows[other].Count == 1)
            {
                lonely.Push(other);
            }
        }
    }

    private void Subtract(int row, int column, double by)
    {
        var value = _rows[row].GetValueOrDefault(column) - by;
        if (Math.Abs(value) > Negligible)
        {
            _rows[row][column] = value;
            _columns[column].Add(row);
        }
        else
        {
            _rows[row].Remove(column);
            _columns[column].Remove(row);
        }
    }

    private void Drop(int column)
    {
        _columnOpen[column] = false;
        foreach (var row in _columns[column])
        {
            _rows[row].Remove(column);
        }
    }

    private void Write(List<(int Row, double Value)> entries, int row, double pivot)
    {
        if (entries.Count > 0 || pivot != 1)
        {
            _inverse.Add(entries, row, pivot);
        }
    }
}
