namespace Kpr.Core.Statistics.Solving;

/// <summary>
/// The inverse of a basis as a product of elementary matrices, each of which differs from the identity in one column.
/// Tables give bases that are nearly triangular, and such a product has then hardly more entries than the basis itself.
/// </summary>
internal sealed class BasisInverse
{
    private const double Negligible = 1e-11;

    private int[] _index = new int[256];
    private double[] _value = new double[256];
    private int[] _end = new int[64];
    private int[] _pivotRow = new int[64];
    private double[] _pivot = new double[64];
    private int _entries;

    /// <summary>Number of elementary matrices.</summary>
    public int Count { get; private set; }

    /// <summary>Back to the identity.</summary>
    public void Reset()
    {
        Count = 0;
        _entries = 0;
    }

    /// <summary>Multiplies by the matrix that makes a column a unit vector.</summary>
    /// <param name="column">The column, already multiplied by the inverse so far.</param>
    /// <param name="touched">The rows in which it has entries.</param>
    /// <param name="pivotRow">The row of the one.</param>
    public void Add(double[] column, ReadOnlySpan<int> touched, int pivotRow)
    {
        Grow(touched.Length);
        foreach (var row in touched)
        {
            if (row != pivotRow && Math.Abs(column[row]) > Negligible)
            {
                _index[_entries] = row;
                _value[_entries++] = column[row];
            }
        }

        _pivotRow[Count] = pivotRow;
        _pivot[Count] = column[pivotRow];
        _end[Count++] = _entries;
    }

    /// <summary>Multiplies by the matrix that makes a sparse column a unit vector.</summary>
    /// <param name="column">The entries of the column but for the pivot, already multiplied by the inverse so far.</param>
    /// <param name="pivotRow">The row of the one.</param>
    /// <param name="pivot">The entry in that row.</param>
    public void Add(List<(int Row, double Value)> column, int pivotRow, double pivot)
    {
        Grow(column.Count);
        foreach (var (row, value) in column)
        {
            _index[_entries] = row;
            _value[_entries++] = value;
        }

        _pivotRow[Count] = pivotRow;
        _pivot[Count] = pivot;
        _end[Count++] = _entries;
    }

    /// <summary>The inverse times a column, in place.</summary>
    public void Forward(double[] vector)
    {
        var from = 0;
        for (var k = 0; k < Count; k++)
        {
            var end = _end[k];
            var at = vector[_pivotRow[k]];
            if (at != 0)
            {
                at /= _pivot[k];
                var rows = _index.AsSpan(from, end - from);
                var values = _value.AsSpan(from, end - from);
                for (var i = 0; i < rows.Length && i < values.Length; i++)
                {
                    vector[rows[i]] -= values[i] * at;
                }

                vector[_pivotRow[k]] = at;
            }

            from = end;
        }
    }

    /// <summary>A row times the inverse, in place.</summary>
    public void Backward(double[] vector)
    {
        for (var k = Count - 1; k >= 0; k--)
        {
            var from = k == 0 ? 0 : _end[k - 1];
            var rows = _index.AsSpan(from, _end[k] - from);
            var values = _value.AsSpan(from, rows.Length);
            var sum = vector[_pivotRow[k]];
            for (var i = 0; i < rows.Length && i < values.Length; i++)
            {
                sum -= values[i] * vector[rows[i]];
            }

            vector[_pivotRow[k]] = sum / _pivot[k];
        }
    }

    private void Grow(int entries)
    {
        if (Count == _end.Length)
        {
            Array.Resize(ref _end, 2 * Count);
            Array.Resize(ref _pivotRow, 2 * Count);
            Array.Resize(ref _pivot, 2 * Count);
        }

        if (_entries + entries > _index.Length)
        {
            Array.Resize(ref _index, 2 * (_entries + entries));
            Array.Resize(ref _value, 2 * (_entries + entries));
        }
    }
}
