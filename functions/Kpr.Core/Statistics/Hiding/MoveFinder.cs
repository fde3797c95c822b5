using Kpr.Core.Statistics.Solving;

namespace Kpr.Core.Statistics.Hiding;

/// <summary>
/// Finds the cheapest move that carries a cell: a linear program over changes of cells, where a cell that is shown costs what
/// hiding it would cost. Every basis of it is within bounds when nothing moves, so each question begins where the last one ended.
/// </summary>
internal sealed class MoveFinder
{
    private const double Rounding = 1e-6;
    private const double Reward = 1e7;
    private const double Far = 1e6;
    private const int MostSteps = 3_000;

    private readonly long[] _values;
    private readonly long _least;
    private readonly double[] _costs;
    private readonly HiddenCells _hidden;
    private readonly int[] _cellOf;
    private readonly int[] _columnOf;
    private readonly Simplex _simplex;
    private readonly double[] _zero;
    private readonly int[] _all;
    private int[] _open = [];
    private int _openVersion = -1;

    /// <summary>Makes the linear program.</summary>
    /// <param name="task">The table.</param>
    /// <param name="values">Its true values.</param>
    /// <param name="costs">What hiding each cell costs.</param>
    /// <param name="hidden">Which cells are hidden; asked anew each time.</param>
    /// <param name="mayMove">Which cells may move.</param>
    public MoveFinder(ProtectionTask task, long[] values, double[] costs, HiddenCells hidden, Func<int, bool> mayMove)
    {
        var system = task.System;
        (_values, _least, _costs, _hidden) = (values, task.Least, costs, hidden);
        _cellOf = [.. Enumerable.Range(0, system.Count).Where(cell => task.MayHide[cell] && mayMove(cell))];
        _columnOf = new int[system.Count];
        Array.Fill(_columnOf, -1);
        for (var at = 0; at < _cellOf.Length; at++)
        {
            _columnOf[_cellOf[at]] = 2 * at;
        }

        var entries = new List<(int, int, double)>();
        var row = 0;
        foreach (var sum in system.Sums)
        {
            var before = entries.Count;
            Term(sum.Total, 1);
            foreach (var part in sum.Parts)
            {
                Term(part, -1);
            }

            row += entries.Count > before ? 1 : 0;
        }

        _zero = new double[2 * _cellOf.Length];
        _all = [.. Enumerable.Range(0, _zero.Length)];
        _simplex = new Simplex(SparseColumns.Of(row, _zero.Length, entries), new double[row], _zero, _zero);

        void Term(int cell, double sign)
        {
            if (_columnOf[cell] >= 0)
            {
                entries.Add((row, _columnOf[cell], sign));
                entries.Add((row, _columnOf[cell] + 1, -sign));
            }
        }
    }

    /// <summary>Steps of the simplex method so far: a measure of the work done that is the same on every machine.</summary>
    public long Steps => _simplex.Steps;

    /// <summary>The cheapest move that carries a hidden cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="sign">Up or down.</param>
    /// <param name="by">How far it should go at most.</param>
    /// <param name="free">Whether only hidden cells may move.</param>
    /// <param name="branches">How many linear programs may be spent on making it one of whole numbers; 0 where any will do.</param>
    /// <returns>The move, as far as it carries; null when there is none.</returns>
    public Move? Find(int cell, int sign, double by, bool free, int branches = 0)
    {
        by = sign > 0 ? by : Math.Min(by, _values[cell] - _least);
        if (by <= Rounding)
        {
            return null;
        }

        Bounds(free);
        var column = _columnOf[cell];
        _simplex.Upper[column] = sign > 0 ? by : 0;
        _simplex.Lower[column] = sign > 0 ? _simplex.Lower[column] : -by;
        _simplex.Cost[column] = -sign * (free ? 1 : Reward);
        _simplex.MoveTo(_zero);
        return Dive(free ? Open() : _all, column, branches > 0, Math.Max(1, branches), out _);
    }

    private int[] Open()
    {
        if (_openVersion != _hidden.Version)
        {
            _open = [.. _cellOf.Where(cell => _hidden[cell]).Select(cell => _columnOf[cell])];
            _openVersion = _hidden.Version;
        }

        return _open;
    }

    private void Bounds(bool free)
    {
        var lower = _simplex.Lower;
        var upper = _simplex.Upper;
        var cost = _simplex.Cost;
        for (var at = 0; at < _cellOf.Length; at++)
        {
            var cell = _cellOf[at];
            var down = (double)(_values[cell] - _least);
            var (up, back) = (2 * at, (2 * at) + 1);
            if (_hidden[cell])
            {
                (lower[up], upper[up], upper[back]) = (-down, Far, 0);
                (cost[up], cost[back]) = (0, 0);
            }
            else
            {
                (lower[up], upper[up], upper[back]) = free ? (0, 0, 0) : (0, Far, down);
                cost[up] = cost[back] = _costs[cell];
            }
        }
    }

    // Branches where the cheapest move is not in whole numbers.
    private Move? Dive(int[] columns, int target, bool whole, int branches, out int left)
    {
        left = branches - 1;
        if (left < 0 || _simplex.Minimise(columns, MostSteps) == SimplexOutcome.Infeasible || Math.Abs(_simplex.Point[target]) < Rounding)
        {
            return null;
        }

        var point = _simplex.Point;
        var (worst, distance) = (-1, Rounding);
        for (var column = 0; whole && column < point.Length; column++)
        {
            if (Math.Abs(point[column] - Math.Round(point[column])) is var off && off > distance)
            {
                (worst, distance) = (column, off);
            }
        }

        if (worst < 0)
        {
            return Changes(point);
        }

        var value = point[worst];
        var (lower, upper) = (_simplex.Lower[worst], _simplex.Upper[worst]);
        var down = value - Math.Floor(value) <= 0.5;
        foreach (var low in (bool[])[down, !down])
        {
            (_simplex.Lower[worst], _simplex.Upper[worst]) = low ? (lower, Math.Floor(value)) : (Math.Ceiling(value), upper);
            _simplex.Settle();
            if (Dive(columns, target, whole, left, out left) is { } found)
            {
                return found;
            }

            (_simplex.Lower[worst], _simplex.Upper[worst]) = (lower, upper);
        }

        return null;
    }

    private Move Changes(ReadOnlySpan<double> point)
    {
        var (cells, amounts) = (new List<int>(), new List<double>());
        for (var at = 0; at < _cellOf.Length; at++)
        {
            var change = point[2 * at] - point[(2 * at) + 1];
            if (Math.Abs(change) > Rounding)
            {
                cells.Add(_cellOf[at]);
                amounts.Add(change);
            }
        }

        return new Move([.. cells], [.. amounts], _values, _least);
    }
}
