namespace Kpr.Core.Statistics.Solving;

/// <summary>
/// In which order the columns of a basis are taken so that the product of its inverse stays sparse: rows with one column
/// left first, columns with one row left last, and what is no triangle in between.
/// </summary>
internal sealed class BasisOrder
{
    private readonly SparseColumns _matrix;
    private readonly int[] _columns;
    private readonly bool[] _rowLeft;
    private readonly bool[] _columnLeft;
    private readonly int[] _rowCount;
    private readonly int[] _columnCount;
    private readonly int[] _rowStart;
    private readonly int[] _rowColumns;

    /// <summary>Orders columns.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="columns">The columns of the basis.</param>
    /// <param name="rows">Which rows they are to be given, one each.</param>
    public BasisOrder(SparseColumns matrix, int[] columns, bool[] rows)
    {
        (_matrix, _columns, _rowLeft) = (matrix, columns, (bool[])rows.Clone());
        _columnLeft = new bool[columns.Length];
        _columnCount = new int[columns.Length];
        _rowCount = new int[matrix.Rows];
        for (var at = 0; at < columns.Length; at++)
        {
            _columnLeft[at] = true;
            for (var i = matrix.Start[columns[at]]; i < matrix.Start[columns[at] + 1]; i++)
            {
                if (_rowLeft[matrix.Row[i]])
                {
                    _rowCount[matrix.Row[i]]++;
                    _columnCount[at]++;
                }
            }
        }

        _rowStart = new int[matrix.Rows + 1];
        for (var row = 0; row < matrix.Rows; row++)
        {
            _rowStart[row + 1] = _rowStart[row] + _rowCount[row];
        }

        var next = _rowStart[..matrix.Rows];
        _rowColumns = new int[_rowStart[matrix.Rows]];
        for (var at = 0; at < columns.Length; at++)
        {
            for (var i = matrix.Start[columns[at]]; i < matrix.Start[columns[at] + 1]; i++)
            {
                if (_rowLeft[matrix.Row[i]])
                {
                    _rowColumns[next[matrix.Row[i]]++] = at;
                }
            }
        }

        Triangles();
    }

    /// <summary>Columns with their rows, to be taken first, in this order.</summary>
    public List<(int Column, int Row)> First { get; } = [];

    /// <summary>Columns without a row of their own yet, fewest entries first.</summary>
    public List<int> Middle { get; } = [];

    /// <summary>Columns with their rows, to be taken last, in the reverse of this order.</summary>
    public List<(int Column, int Row)> Last { get; } = [];

    /// <summary>The rows that are left for the middle.</summary>
    public bool[] MiddleRows => _rowLeft;

    /// <summary>How many columns of the middle a row has.</summary>
    public int CountOf(int row) => _rowCount[row];

    private void Triangles()
    {
        var rows = new Stack<int>();
        var columns = new Stack<int>();
        for (var row = 0; row < _matrix.Rows; row++)
        {
            if (_rowLeft[row] && _rowCount[row] == 1)
            {
                rows.Push(row);
            }
        }

        for (var at = 0; at < _columns.Length; at++)
        {
            if (_columnCount[at] == 1)
            {
                columns.Push(at);
            }
        }

        while (rows.Count > 0 || columns.Count > 0)
        {
            if (rows.TryPop(out var row))
            {
                if (_rowLeft[row] && _rowCount[row] == 1)
                {
                    var at = Array.Find(_rowColumns[_rowStart[row].._rowStart[row + 1]], column => _columnLeft[column]);
                    First.Add((_columns[at], row));
                    Take(at, row, rows, columns);
                }
            }
            else if (columns.Pop() is var at && _columnLeft[at] && _columnCount[at] == 1)
            {
                var own = Array.Find(_matrix.Row[_matrix.Start[_columns[at]].._matrix.Start[_columns[at] + 1]], left => _rowLeft[left]);
                Last.Add((_columns[at], own));
                Take(at, own, rows, columns);
            }
        }

        Middle.AddRange(Enumerable.Range(0, _columns.Length).Where(at => _columnLeft[at]).OrderBy(at => _columnCount[at]).Select(at => _columns[at]));
    }

    private void Take(int at, int row, Stack<int> rows, Stack<int> columns)
    {
        _columnLeft[at] = false;
        _rowLeft[row] = false;
        for (var i = _matrix.Start[_columns[at]]; i < _matrix.Start[_columns[at] + 1]; i++)
        {
            var other = _matrix.Row[i];
            if (_rowLeft[other] && --_rowCount[other] == 1)
            {
                rows.Push(other);
            }
        }

        for (var i = _rowStart[row]; i < _rowStart[row + 1]; i++)
        {
            var other = _rowColumns[i];
            if (_columnLeft[other] && --_columnCount[other] == 1)
            {
                columns.Push(other);
            }
        }
    }
}
