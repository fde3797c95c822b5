using Kpr.Core.Statistics.Solving;

namespace Kpr.Core.Statistics.Auditing;

/// <summary>
/// Looks for tables of whole numbers by branching. Where a table is known already, it looks first between that one and what
/// the linear program finds, as near to the known one as can be: what changes few cells is mostly in whole numbers.
/// </summary>
/// <param name="simplex">The linear program, without costs.</param>
internal sealed class WholeTables(Simplex simplex)
{
    private const double Rounding = 1e-6;
    private const int MostNodes = 400;
    private const int MostNodesBetween = 30;
    private const int MostStepsOfNode = 4_000;

    private readonly Stack<(int At, double Lower, double Upper)> _changes = [];
    private int[]? _moving;

    /// <summary>A point as whole numbers; null where it is none.</summary>
    public static long[]? Whole(ReadOnlySpan<double> point)
    {
        for (var at = 0; at < point.Length; at++)
        {
            if (Math.Abs(point[at] - Math.Round(point[at])) > Rounding)
            {
                return null;
            }
        }

        var whole = new long[point.Length];
        for (var at = 0; at < point.Length; at++)
        {
            whole[at] = (long)Math.Round(point[at]);
        }

        return whole;
    }

    /// <summary>Looks for a table where a cell lies within bounds; null when none was found.</summary>
    /// <param name="at">The cell.</param>
    /// <param name="from">Its least value.</param>
    /// <param name="to">Its largest value.</param>
    /// <param name="near">A table that it should be near to.</param>
    public long[]? Find(int at, double from, double to, long[]? near)
    {
        if (!Carry(at, from, to))
        {
            return null;
        }

        Bound(at, from, to);
        var found = Whole(simplex.Point) ?? (near is null ? null : Between(near, simplex.Point.ToArray())) ?? Dive(MostNodes);
        Undo(0);
        return found;
    }

    // From wherever the last question ended.
    private bool Carry(int at, double from, double to)
    {
        if (!Solve())
        {
            return false;
        }

        var value = simplex.Point[at];
        if (value < from)
        {
            Bound(at, double.MinValue, from);
        }
        else if (value > to)
        {
            Bound(at, to, double.MaxValue);
        }
        else
        {
            return true;
        }

        simplex.Cost[at] = value < from ? -1 : 1;
        simplex.Minimise(most: MostStepsOfNode);
        simplex.Cost[at] = 0;
        Undo(0);
        return simplex.Point[at] > from - Rounding && simplex.Point[at] < to + Rounding;
    }

    private long[]? Between(long[] near, double[] point)
    {
        var depth = _changes.Count;
        for (var at = 0; at < point.Length; at++)
        {
            Bound(at, Math.Min(near[at], Math.Floor(point[at] + Rounding)), Math.Max(near[at], Math.Ceiling(point[at] - Rounding)));
            simplex.Cost[at] = Math.Sign(point[at] - near[at]);
        }

        _moving = [.. Enumerable.Range(0, point.Length).Where(at => simplex.Lower[at] < simplex.Upper[at])];
        var found = Dive(MostNodesBetween);
        _moving = null;
        simplex.Cost.Clear();
        Undo(depth);
        return found;
    }

    private bool Solve()
    {
        simplex.Settle();
        return simplex.Minimise(_moving, MostStepsOfNode) == SimplexOutcome.Optimal;
    }

    private long[]? Dive(int nodes) => Dive(ref nodes);

    // Branches on the cell farthest from a whole number, its nearer side first.
    private long[]? Dive(ref int nodes)
    {
        if (--nodes < 0 || !Solve())
        {
            return null;
        }

        var point = simplex.Point;
        if (Whole(point) is { } whole)
        {
            return whole;
        }

        var (worst, distance) = (0, 0.0);
        for (var at = 0; at < point.Length; at++)
        {
            if (Math.Abs(point[at] - Math.Round(point[at])) is var off && off > distance)
            {
                (worst, distance) = (at, off);
            }
        }

        var value = point[worst];
        var down = value - Math.Floor(value) <= 0.5;
        foreach (var low in (bool[])[down, !down])
        {
            var depth = _changes.Count;
            Bound(worst, low ? double.MinValue : Math.Ceiling(value), low ? Math.Floor(value) : double.MaxValue);
            if (Dive(ref nodes) is { } found)
            {
                return found;
            }

            Undo(depth);
        }

        return null;
    }

    private void Bound(int at, double from, double to)
    {
        _changes.Push((at, simplex.Lower[at], simplex.Upper[at]));
        simplex.Lower[at] = Math.Max(from, simplex.Lower[at]);
        simplex.Upper[at] = Math.Min(to, simplex.Upper[at]);
    }

    private void Undo(int depth)
    {
        while (_changes.Count > depth)
        {
            var (at, lower, upper) = _changes.Pop();
            (simplex.Lower[at], simplex.Upper[at]) = (lower, upper);
        }
    }
}
