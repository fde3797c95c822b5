namespace Kpr.Core.Statistics.Hiding;

/// <summary>
/// A change of hidden cells that no published number notices: every margin equation still holds. As far as no cell falls
/// below its least value, an onlooker cannot tell the table from what it becomes by the move.
/// </summary>
internal sealed class Move
{
    private const double Rounding = 1e-6;
    private const double Far = 1e6;

    private readonly double _forwards;
    private readonly double _backwards;

    /// <summary>Makes a move.</summary>
    /// <param name="cells">The cells that change.</param>
    /// <param name="amounts">By how much.</param>
    /// <param name="values">The true value of every cell.</param>
    /// <param name="least">The least value of a hidden cell.</param>
    public Move(int[] cells, double[] amounts, long[] values, long least)
    {
        (Cells, Amounts) = (cells, amounts);
        var whole = Array.TrueForAll(amounts, amount => Math.Abs(amount - Math.Round(amount)) < Rounding);
        if (whole)
        {
            // In smallest whole numbers it goes farther in whole steps.
            var divisor = amounts.Aggregate(0L, (divisor, amount) => Divisor(divisor, (long)Math.Round(Math.Abs(amount))));
            Amounts = [.. amounts.Select(amount => Math.Round(amount) / divisor)];
        }

        (_forwards, _backwards) = (Times(1), Times(-1));

        double Times(int sign)
        {
            var times = Far;
            for (var at = 0; at < Cells.Length; at++)
            {
                if (sign * Amounts[at] < 0)
                {
                    times = Math.Min(times, (values[Cells[at]] - least) / Math.Abs(Amounts[at]));
                }
            }

            return whole ? Math.Floor(times + Rounding) : times;
        }
    }

    /// <summary>The cells that change.</summary>
    public int[] Cells { get; }

    /// <summary>By how much.</summary>
    public double[] Amounts { get; }

    /// <summary>How many of its cells are shown: only without any can it be made unnoticed.</summary>
    public int Shown { get; set; }

    /// <summary>How far it carries one of its cells up, made forwards or backwards as often as can be.</summary>
    /// <param name="at">Place of the cell in <see cref="Cells"/>.</param>
    public double Up(int at) => Amounts[at] > 0 ? Amounts[at] * _forwards : -Amounts[at] * _backwards;

    /// <summary>How far it carries one of its cells down.</summary>
    /// <param name="at">Place of the cell in <see cref="Cells"/>.</param>
    public double Down(int at) => Amounts[at] > 0 ? Amounts[at] * _backwards : -Amounts[at] * _forwards;

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);
}
