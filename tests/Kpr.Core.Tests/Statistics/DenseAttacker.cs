using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Tests.Statistics;

/// <summary>
/// Somebody who has the published table and a textbook: unknown are the finest hidden cells, every published number is an
/// equation, and a dense tableau with Bland's rule finds the least and the largest value of a hidden cell. Shares no line
/// with the audit.
/// </summary>
internal sealed class DenseAttacker
{
    private const double Small = 1e-9;

    private readonly TableLayout _layout;
    private readonly Dictionary<int, int> _unknowns = [];
    private readonly long?[] _published;
    private readonly long _least;
    private readonly double[,] _tableau;
    private readonly int[] _basis;
    private readonly int _rows;

    /// <summary>Begins with the published numbers, cell by cell of the layout; null is hidden.</summary>
    public DenseAttacker(TableLayout layout, long?[] published, long least)
    {
        (_layout, _published, _least) = (layout, published, least);
        foreach (var leaf in Leaves(Enumerable.Range(0, layout.Dimensions.Count).Select(at => layout.Dimensions[at].Total)))
        {
            if (published[leaf] is null)
            {
                _unknowns.Add(leaf, _unknowns.Count);
            }
        }

        var equations = Enumerable.Range(0, layout.CellCount).Where(cell => published[cell] is not null).Select(Equation)
            .Where(equation => equation.Coefficients.Any(coefficient => coefficient != 0)).ToList();
        (_rows, var columns) = (equations.Count, _unknowns.Count);
        _tableau = new double[_rows + 1, columns + _rows + 1];
        _basis = [.. Enumerable.Range(columns, _rows)];
        for (var row = 0; row < _rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                _tableau[row, column] = equations[row].Coefficients[column];
                _tableau[_rows, column] -= equations[row].Coefficients[column];
            }

            _tableau[row, columns + row] = 1;
            _tableau[row, columns + _rows] = equations[row].Right;
            _tableau[_rows, columns + _rows] -= equations[row].Right;
        }

        // Phase one: the sum of the artificial variables down to zero.
        Assert.True(Run(columns), "Bounded below by zero.");
        Assert.True(Math.Abs(_tableau[_rows, columns + _rows]) < 1e-6, "The published numbers agree with each other.");
        for (var row = 0; row < _rows; row++)
        {
            var column = _basis[row] < columns ? -1 : Enumerable.Range(0, columns).FirstOrDefault(other => Math.Abs(_tableau[row, other]) > 1e-7, -1);
            if (column >= 0)
            {
                Pivot(row, column);
            }
        }
    }

    /// <summary>The least and the largest value of a hidden cell; the largest is null when there is none.</summary>
    public (double Least, double? Most) Reach(int cell)
    {
        var coefficients = Coefficients(cell);
        var known = Leaves(Nodes(cell)).Sum(leaf => _published[leaf] ?? _least);
        var least = Minimise(coefficients, 1);
        var most = Minimise(coefficients, -1);
        return (known + least!.Value, known - most);
    }

    private double? Minimise(double[] coefficients, int sign)
    {
        var (columns, last) = (_unknowns.Count, _unknowns.Count + _rows);
        for (var column = 0; column <= last; column++)
        {
            _tableau[_rows, column] = column < columns ? sign * coefficients[column] : 0;
        }

        for (var row = 0; row < _rows; row++)
        {
            if (_basis[row] < columns && coefficients[_basis[row]] * sign is var cost && cost != 0)
            {
                for (var column = 0; column <= last; column++)
                {
                    _tableau[_rows, column] -= cost * _tableau[row, column];
                }
            }
        }

        return Run(columns) ? -_tableau[_rows, last] : null;
    }

    private bool Run(int columns)
    {
        while (Enumerable.Range(0, columns).FirstOrDefault(column => _tableau[_rows, column] < -Small, -1) is var entering && entering >= 0)
        {
            var (leaving, best) = (-1, double.PositiveInfinity);
            for (var row = 0; row < _rows; row++)
            {
                var ratio = _tableau[row, entering] > Small ? _tableau[row, columns + _rows] / _tableau[row, entering] : double.PositiveInfinity;
                if (ratio < best - Small || (leaving >= 0 && ratio < best + Small && _basis[row] < _basis[leaving]))
                {
                    (leaving, best) = (row, ratio);
                }
            }

            if (leaving < 0)
            {
                return false;
            }

            Pivot(leaving, entering);
        }

        return true;
    }

    private void Pivot(int pivot, int entering)
    {
        var (width, by) = (_tableau.GetLength(1), _tableau[pivot, entering]);
        for (var column = 0; column < width; column++)
        {
            _tableau[pivot, column] /= by;
        }

        for (var row = 0; row <= _rows; row++)
        {
            var factor = _tableau[row, entering];
            if (row != pivot && factor != 0)
            {
                for (var column = 0; column < width; column++)
                {
                    _tableau[row, column] -= factor * _tableau[pivot, column];
                }
            }
        }

        _basis[pivot] = entering;
    }

    private (double[] Coefficients, double Right) Equation(int cell) =>
        (Coefficients(cell), _published[cell]!.Value - Leaves(Nodes(cell)).Sum(leaf => _published[leaf] ?? _least));

    private double[] Coefficients(int cell)
    {
        var coefficients = new double[_unknowns.Count];
        foreach (var leaf in Leaves(Nodes(cell)))
        {
            if (_unknowns.TryGetValue(leaf, out var unknown))
            {
                coefficients[unknown] = 1;
            }
        }

        return coefficients;
    }

    private IEnumerable<int> Nodes(int cell) => Enumerable.Range(0, _layout.Dimensions.Count).Select(at => _layout.Node(cell, at));

    private IEnumerable<int> Leaves(IEnumerable<int> nodes)
    {
        IEnumerable<int[]> corners = [[]];
        foreach (var (node, at) in nodes.Select((node, at) => (node, at)))
        {
            corners = corners.SelectMany(corner => _layout.Dimensions[at].Leaves[node].Select(leaf => (int[])[.. corner, leaf]));
        }

        return corners.Select(corner => _layout.Cell(corner));
    }
}
