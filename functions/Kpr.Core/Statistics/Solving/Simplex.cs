namespace Kpr.Core.Statistics.Solving;

/// <summary>
/// Minimises a linear cost over A·x = b within bounds: the primal simplex method for bounded variables. Basis and point stay
/// between calls, so that a sequence of similar questions costs a few steps each; it begins at any point within the bounds
/// that the caller knows, or looks for one (minimising the sum of what is out of bounds).
/// </summary>
/// <remarks>Every upper bound must be finite: tables have a largest count.</remarks>
internal sealed partial class Simplex
{
    private const double Tolerance = 1e-7;
    private const double PivotTolerance = 1e-8;
    private const int UpdatesBetweenInversions = 100;

    private readonly SparseColumns _matrix;
    private readonly double[] _right;
    private readonly int _columns;
    private readonly int[] _head;
    private readonly int[] _slot;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _x;
    private readonly double[] _cost;
    private readonly double[] _column;
    private readonly BasisInverse _inverse;
    private readonly Pricing _pricing;
    private readonly int[] _touched;
    private int _touchedCount;
    private int _inverted;
    private bool _outside;

    /// <summary>Begins with every variable outside the basis, at its lower bound.</summary>
    /// <param name="matrix">The matrix A.</param>
    /// <param name="right">The right side b.</param>
    /// <param name="lower">Lower bounds.</param>
    /// <param name="upper">Upper bounds, finite.</param>
    public Simplex(SparseColumns matrix, double[] right, double[] lower, double[] upper)
    {
        (_matrix, _right, _columns) = (matrix, right, matrix.Columns);
        var all = _columns + matrix.Rows;
        (_lower, _upper, _x, _cost, _slot) = (new double[all], new double[all], new double[all], new double[all], new int[all]);
        lower.CopyTo(_lower, 0);
        upper.CopyTo(_upper, 0);
        lower.CopyTo(_x, 0);
        _head = new int[matrix.Rows];
        _column = new double[matrix.Rows];
        _touched = new int[matrix.Rows];
        _inverse = new BasisInverse();
        _pricing = new Pricing(matrix, _inverse);
        Array.Fill(_slot, -1);
        for (var row = 0; row < matrix.Rows; row++)
        {
            // The row's own variable, whose only value is zero, stands in the basis until another one takes its place.
            _head[row] = _columns + row;
            _slot[_columns + row] = row;
        }

        Recompute();
    }

    /// <summary>Steps taken so far.</summary>
    public long Steps { get; private set; }

    /// <summary>The point.</summary>
    public ReadOnlySpan<double> Point => _x.AsSpan(0, _columns);

    /// <summary>Lower bounds; the caller may change them between calls.</summary>
    public Span<double> Lower => _lower.AsSpan(0, _columns);

    /// <summary>Upper bounds; the caller may change them between calls.</summary>
    public Span<double> Upper => _upper.AsSpan(0, _columns);

    /// <summary>Costs; the caller may change them between calls.</summary>
    public Span<double> Cost => _cost.AsSpan(0, _columns);

    /// <summary>Whether a variable is in the basis.</summary>
    public bool IsBasic(int column) => _slot[column] >= 0;

    /// <summary>Puts the point at a place that satisfies A·x = b and the bounds.</summary>
    public void MoveTo(ReadOnlySpan<double> point)
    {
        point.CopyTo(_x);
        Array.Clear(_x, _columns, _matrix.Rows);
    }

    /// <summary>Puts variables outside the basis back within bounds that have changed, and the others where the rows then put them.</summary>
    public void Settle()
    {
        for (var column = 0; column < _columns; column++)
        {
            if (_slot[column] < 0)
            {
                _x[column] = Math.Clamp(_x[column], _lower[column], _upper[column]);
            }
        }

        Recompute();
    }

    /// <summary>Minimises.</summary>
    /// <param name="candidates">The columns that may enter the basis; null for all.</param>
    /// <param name="most">Most steps.</param>
    public SimplexOutcome Minimise(int[]? candidates = null, int most = int.MaxValue)
    {
        _pricing.Begin(candidates);
        _outside = IsOutside();
        var fresh = false;
        while (most-- > 0)
        {
            // What is out of bounds changes from step to step, and with it what a step is worth.
            if (_outside || !fresh)
            {
                _outside = _outside && IsOutside();
                _pricing.Compute(Costs, _slot);
                fresh = true;
            }

            var (entering, rate) = _pricing.Entering(_x, _lower, _upper, _slot);
            if (entering >= 0)
            {
                fresh = Step(entering, rate);
                Steps++;
            }
            else if (_pricing.IsExact)
            {
                return _outside ? SimplexOutcome.Infeasible : SimplexOutcome.Optimal;
            }
            else
            {
                fresh = false;
            }
        }

        return SimplexOutcome.OutOfSteps;
    }

    /// <summary>How the basic variables answer when a variable outside the basis grows by one.</summary>
    /// <param name="column">The variable.</param>
    /// <param name="direction">Takes the change of every variable.</param>
    /// <returns>False when a row's own variable would have to change: then the rows would not hold.</returns>
    public bool Direction(int column, double[] direction)
    {
        Load(column);
        Array.Clear(direction);
        direction[column] = 1;
        foreach (var row in Touched)
        {
            if (_head[row] < _columns)
            {
                direction[_head[row]] = -_column[row];
            }
            else if (Math.Abs(_column[row]) > PivotTolerance)
            {
                return false;
            }
        }

        return true;
    }

    private void Costs(double[] prices, double[] costs)
    {
        if (!_outside)
        {
            _cost.AsSpan(0, _columns).CopyTo(costs);
            for (var row = 0; row < _head.Length; row++)
            {
                prices[row] = _cost[_head[row]];
            }

            return;
        }

        Array.Clear(costs);
        for (var row = 0; row < _head.Length; row++)
        {
            var variable = _head[row];
            prices[row] = _x[variable] < _lower[variable] - Tolerance ? -1 : _x[variable] > _upper[variable] + Tolerance ? 1 : 0;
        }
    }

    private bool IsOutside()
    {
        foreach (var variable in _head)
        {
            if (_x[variable] < _lower[variable] - Tolerance || _x[variable] > _upper[variable] + Tolerance)
            {
                return true;
            }
        }

        return false;
    }
}
