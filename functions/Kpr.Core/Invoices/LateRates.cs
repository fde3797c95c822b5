using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Pricing;

namespace Kpr.Core.Invoices;

/// <summary>What late payment costs, by date. A rate holds until the next; before the first nothing is charged, since no rate is known.</summary>
public sealed class LateRates
{
    private static readonly Lazy<LateRates> Shipped = new(() => Read(ReferenceTable.Embedded("late-rates.csv")));

    private readonly LateRate[] _rates;

    /// <summary>Takes rates in any order.</summary>
    /// <exception cref="InvalidDataException">Two begin on one day, or one is negative.</exception>
    public LateRates(IEnumerable<LateRate> rates)
    {
        _rates = [.. rates.OrderBy(rate => rate.ValidFrom)];
        if (_rates.Zip(_rates.Skip(1)).Any(pair => pair.First.ValidFrom == pair.Second.ValidFrom) || _rates.Any(rate => rate.BasisPoints < 0))
        {
            throw new InvalidDataException("Two rates of late payment begin on one day, or one is negative.");
        }
    }

    /// <summary>The rates that are known.</summary>
    public static LateRates Known => Shipped.Value;

    /// <summary>Reads a table: valid_from, interest_basis_points, reminder_fee_ore, compensation_ore, source.</summary>
    public static LateRates Read(ReferenceTable table)
    {
        var (from, interest, fee, compensation, source) =
            (table.Column("valid_from"), table.Column("interest_basis_points"), table.Column("reminder_fee_ore"), table.Column("compensation_ore"), table.Column("source"));
        return new LateRates(table.Rows.Select(row => new LateRate(
            DateOnly.ParseExact(row[from], "yyyy-MM-dd", CultureInfo.InvariantCulture), int.Parse(row[interest], NumberStyles.None, CultureInfo.InvariantCulture),
            new Money(long.Parse(row[fee], NumberStyles.None, CultureInfo.InvariantCulture)), new Money(long.Parse(row[compensation], NumberStyles.None, CultureInfo.InvariantCulture)),
            row[source])));
    }

    /// <summary>The rates of a day; null before the first.</summary>
    public LateRate? On(DateOnly day) => Array.FindLast(_rates, rate => rate.ValidFrom <= day);

    /// <summary>Interest on an amount from the day after it was due up to and with a day: each day by its own rate, a 365th of the year's, rounded once.</summary>
    public Money Interest(Money amount, DateOnly dueOn, DateOnly until)
    {
        if (amount <= Money.Zero)
        {
            return Money.Zero;
        }

        var daysByPoints = 0L;
        for (var at = 0; at < _rates.Length; at++)
        {
            var first = Later(_rates[at].ValidFrom, dueOn.AddDays(1));
            var last = at + 1 < _rates.Length ? Earlier(_rates[at + 1].ValidFrom.AddDays(-1), until) : until;
            daysByPoints += (long)_rates[at].BasisPoints * Math.Max(0, last.DayNumber - first.DayNumber + 1);
        }

        return amount.Part(daysByPoints, 10_000 * 365);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
