namespace Kpr.Core.Statistics.Hiding;

/// <summary>
/// A change of hidden cells that no published number notices: every margin equation still holds. As far as no cell falls
/// below its least value, an onlooker cannot tell the table from what it becomes by the move.
/// </summary>
/// <param name="Cells">The cells that change.</param>
/// <param name="Amounts">By how much.</param>
internal sealed record Move(int[] Cells, double[] Amounts)
{
    private const double Rounding = 1e-6;

    /// <summary>Whether it is one of whole numbers.</summary>
    public bool IsWhole { get; } = Array.TrueForAll(Amounts, amount => Math.Abs(amount - Math.Round(amount)) < Rounding);

    /// <summary>How far a cell goes.</summary>
    public double Of(int cell) => Array.IndexOf(Cells, cell) is >= 0 and var at ? Amounts[at] : 0;

    /// <summary>How many times it can be made, forwards or backwards; whole times where it is of whole numbers.</summary>
    public double Times(long[] values, long least, int sign)
    {
        var times = double.MaxValue;
        for (var at = 0; at < Cells.Length; at++)
        {
            if (sign * Amounts[at] < 0)
            {
                times = Math.Min(times, (values[Cells[at]] - least) / Math.Abs(Amounts[at]));
            }
        }

        return IsWhole ? Math.Floor(times + Rounding) : times;
    }

    /// <summary>The same move in smallest whole numbers, where it is one of whole numbers.</summary>
    public Move Smallest()
    {
        if (!IsWhole)
        {
            return this;
        }

        var divisor = Amounts.Aggregate(0L, (divisor, amount) => Divisor(divisor, (long)Math.Round(Math.Abs(amount))));
        return this with { Amounts = [.. Amounts.Select(amount => Math.Round(amount) / divisor)] };
    }

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
}
