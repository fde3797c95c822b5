namespace Kpr.Core.Statistics.Solving;

/// <summary>
/// Chooses the variable that enters the basis: the one whose rate of improvement is best for the length of its edge, as
/// measured from where the program began (Devex). Rates and lengths are brought up to date with each step.
/// </summary>
/// <param name="matrix">The matrix.</param>
/// <param name="inverse">The inverse of the basis.</param>
internal sealed class Pricing(SparseColumns matrix, BasisInverse inverse)
{
    private const double Tolerance = 1e-7;
    private const double LongestEdge = 1e7;
    private const int StalledAfter = 300;

    private readonly double[] _rates = new double[matrix.Columns];
    private readonly double[] _costs = new double[matrix.Columns];
    private readonly double[] _lengths = new double[matrix.Columns];
    private readonly double[] _prices = new double[matrix.Rows];
    private readonly int[] _all = [.. Enumerable.Range(0, matrix.Columns)];
    private int[] _candidates = [];
    private int _stalled;
    private ulong _noise = 0x9E3779B97F4A7C15;

    /// <summary>Whether the rates are computed from scratch.</summary>
    public bool IsExact { get; private set; }

    /// <summary>Begins a program.</summary>
    public void Begin(int[]? candidates)
    {
        _candidates = candidates ?? _all;
        _stalled = 0;
        Array.Fill(_lengths, 1);
    }

    /// <summary>Computes the rates from scratch.</summary>
    /// <param name="costs">Writes the costs of the basic variables by row, and of the others by column.</param>
    /// <param name="slots">The place of each variable in the basis, −1 outside.</param>
    public void Compute(Action<double[], double[]> costs, int[] slots)
    {
        costs(_prices, _costs);
        inverse.Backward(_prices);
        foreach (var column in _candidates)
        {
            _rates[column] = slots[column] >= 0 ? 0 : _costs[column] - Product(column);
        }

        IsExact = true;
    }

    /// <summary>The variable that is to enter, and the rate at which the cost grows with it; −1 for none.</summary>
    public (int Column, double Rate) Entering(double[] x, double[] lower, double[] upper, int[] slots)
    {
        var (best, bestMerit) = (-1, 0.0);
        foreach (var column in _candidates)
        {
            var rate = _rates[column];
            if (slots[column] < 0 && ((rate < -Tolerance && x[column] < upper[column] - Tolerance) || (rate > Tolerance && x[column] > lower[column] + Tolerance)))
            {
                // Steps of no length may go in circles; chance leads out of them.
                var merit = rate * rate / _lengths[column] * (_stalled > StalledAfter ? Noise() : 1);
                if (merit > bestMerit)
                {
                    (best, bestMerit) = (column, merit);
                }
            }
        }

        return best < 0 ? (-1, 0) : (best, _rates[best]);
    }

    /// <summary>Brings rates and lengths up to date, before the basis changes.</summary>
    /// <param name="entering">The variable that enters.</param>
    /// <param name="leaving">The variable that leaves, and its row.</param>
    /// <param name="row">The row.</param>
    /// <param name="pivot">The entry of the entering column in that row.</param>
    /// <param name="length">Length of the step.</param>
    /// <param name="slots">The place of each variable in the basis.</param>
    public void Update(int entering, int leaving, int row, double pivot, double length, int[] slots)
    {
        _stalled = length > Tolerance ? 0 : _stalled + 1;
        Array.Clear(_prices);
        _prices[row] = 1;
        inverse.Backward(_prices);
        var (ratio, edge) = (_rates[entering] / pivot, _lengths[entering]);
        if (edge > LongestEdge)
        {
            Array.Fill(_lengths, 1);
            edge = 1;
        }

        foreach (var column in _candidates)
        {
            if (slots[column] < 0 && column != entering)
            {
                var entry = Product(column);
                if (entry != 0)
                {
                    _rates[column] -= ratio * entry;
                    _lengths[column] = Math.Max(_lengths[column], entry / pivot * (entry / pivot) * edge);
                }
            }
        }

        _rates[entering] = 0;
        if (leaving < _rates.Length)
        {
            _rates[leaving] = -ratio;
            _lengths[leaving] = Math.Max(edge / (pivot * pivot), 1);
        }

        IsExact = false;
    }

    private double Product(int column)
    {
        var sum = 0.0;
        for (var i = matrix.Start[column]; i < matrix.Start[column + 1]; i++)
        {
            sum += matrix.Value[i] * _prices[matrix.Row[i]];
        }

        return sum;
    }

    private double Noise()
    {
        _noise ^= _noise << 13;
        _noise ^= _noise >> 7;
        _noise ^= _noise << 17;
        return (_noise >> 40) + 1.0;
    }
}
