namespace Kpr.Core.Statistics.Solving;

/// <content>A step along an edge, and the inverse made anew.</content>
internal sealed partial class Simplex
{
    private void Load(int column)
    {
        Array.Clear(_column);
        if (column >= _columns)
        {
            _column[column - _columns] = 1;
        }
        else
        {
            for (var i = _matrix.Start[column]; i < _matrix.Start[column + 1]; i++)
            {
                _column[_matrix.Row[i]] = _matrix.Value[i];
            }
        }

        _inverse.Forward(_column);
        _touchedCount = 0;
        for (var row = 0; row < _column.Length; row++)
        {
            if (_column[row] != 0)
            {
                _touched[_touchedCount++] = row;
            }
        }
    }

    // The rows in which the loaded column has entries.
    private ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    // Whether the rates are still good afterwards.
    private bool Step(int entering, double rate)
    {
        var sign = rate < 0 ? 1 : -1;
        Load(entering);
        var (length, leaving) = Ratio(entering, sign);
        foreach (var row in Touched)
        {
            _x[_head[row]] -= sign * length * _column[row];
        }

        if (leaving < 0)
        {
            _x[entering] = sign > 0 ? _upper[entering] : _lower[entering];
            return true;
        }

        _x[entering] += sign * length;
        var left = _head[leaving];
        _x[left] = Math.Abs(_x[left] - _lower[left]) <= Math.Abs(_x[left] - _upper[left]) ? _lower[left] : _upper[left];
        _pricing.Update(entering, left, leaving, _column[leaving], length, _slot);
        _slot[left] = -1;
        _head[leaving] = entering;
        _slot[entering] = leaving;
        _inverse.Add(_column, Touched, leaving);
        if (_inverse.Count - _inverted >= UpdatesBetweenInversions)
        {
            Invert();
            return false;
        }

        return true;
    }

    // How far, and which row's variable then meets its bound (none: the entering one meets its own).
    private (double Length, int Row) Ratio(int entering, int sign)
    {
        var length = sign > 0 ? _upper[entering] - _x[entering] : _x[entering] - _lower[entering];
        var (leaving, pivot) = (-1, 0.0);
        foreach (var row in Touched)
        {
            var size = Math.Abs(_column[row]);
            if (size <= PivotTolerance)
            {
                continue;
            }

            var variable = _head[row];
            var grows = (_column[row] > 0) != (sign > 0);
            var (x, lower, upper) = (_x[variable], _lower[variable], _upper[variable]);
            double room;
            if (grows)
            {
                // What is below its bound stops there; what is above and grows is past all bounds already.
                room = x < lower - Tolerance ? lower - x : x > upper + Tolerance ? double.PositiveInfinity : Math.Max(0, upper - x);
            }
            else
            {
                room = x > upper + Tolerance ? x - upper : x < lower - Tolerance ? double.PositiveInfinity : Math.Max(0, x - lower);
            }

            room /= size;
            if (room < length - Tolerance || (room <= length + Tolerance && size > pivot && leaving >= 0) || (leaving < 0 && room <= length))
            {
                (length, leaving, pivot) = (Math.Min(room, length), row, size);
            }
        }

        return (Math.Max(0, length), leaving);
    }

    private void Invert()
    {
        var basis = Array.FindAll(_head, variable => variable < _columns);
        var open = new bool[_head.Length];
        Array.Fill(open, true);
        foreach (var variable in _head)
        {
            if (variable >= _columns)
            {
                open[variable - _columns] = false;
            }
        }

        for (var row = 0; row < _head.Length; row++)
        {
            // The variables of the rows themselves stay; the others are given their rows below.
            _head[row] = _columns + row;
        }

        _inverse.Reset();
        var factors = new BasisFactors(_matrix, basis, open, _inverse);
        for (var at = 0; at < basis.Length; at++)
        {
            // One that depends on the others by rounding alone goes out of the basis; the row's own variable takes its place.
            _slot[basis[at]] = -1;
            if (factors.RowOf[at] >= 0)
            {
                _head[factors.RowOf[at]] = basis[at];
            }
        }

        for (var row = 0; row < _head.Length; row++)
        {
            _slot[_head[row]] = row;
        }

        _inverted = _inverse.Count;
        Recompute();
    }

    // The basic variables follow from the others.
    private void Recompute()
    {
        Array.Copy(_right, _column, _right.Length);
        for (var column = 0; column < _columns; column++)
        {
            if (_slot[column] < 0 && _x[column] != 0)
            {
                for (var i = _matrix.Start[column]; i < _matrix.Start[column + 1]; i++)
                {
                    _column[_matrix.Row[i]] -= _matrix.Value[i] * _x[column];
                }
            }
        }

        _inverse.Forward(_column);
        for (var row = 0; row < _head.Length; row++)
        {
            _x[_head[row]] = _column[row];
        }
    }
}
