using System.Collections.Concurrent;

namespace Kpr.Core.Calendar;

/// <summary>
/// The public holidays of Norway, computed. Source: helligdagsloven (1995-02-24-12) § 2; 1 and 17 May by lov 1947-04-26-1. 24 and 31 December are
/// working days: no act makes them holidays.
/// </summary>
public static class Holidays
{
    /// <summary>First year for which the days are as the acts have them: 1 and 17 May became holidays in 1947.</summary>
    public const int FirstYear = 1948;

    /// <summary>Last year that is computed.</summary>
    public const int LastYear = 2199;

    // Days from Easter Sunday.
    private static readonly (int Offset, string Norwegian, string English)[] Movable =
    [
        (-3, "skjærtorsdag", "Maundy Thursday"),
        (-2, "langfredag", "Good Friday"),
        (0, "1. påskedag", "Easter Sunday"),
        (1, "2. påskedag", "Easter Monday"),
        (39, "Kristi himmelfartsdag", "Ascension Day"),
        (49, "1. pinsedag", "Whit Sunday"),
        (50, "2. pinsedag", "Whit Monday"),
    ];

    private static readonly (int Month, int Day, string Norwegian, string English)[] Fixed =
    [
        (1, 1, "1. nyttårsdag", "New Year's Day"),
        (5, 1, "1. mai", "Labour Day (1 May)"),
        (5, 17, "17. mai", "Constitution Day (17 May)"),
        (12, 25, "1. juledag", "Christmas Day"),
        (12, 26, "2. juledag", "Boxing Day"),
    ];

    private static readonly ConcurrentDictionary<int, Holiday[]> Years = new();

    /// <summary>The holidays of a year by date; those that fall on Sundays too.</summary>
    /// <param name="year">From <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another year.</exception>
    public static IReadOnlyList<Holiday> Of(int year) => InYear(year);

    /// <summary>The holiday on a day; null on other days, plain Sundays among them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year that is not computed.</exception>
    public static Holiday? On(DateOnly day)
    {
        foreach (var holiday in InYear(day.Year))
        {
            if (holiday.Day == day)
            {
                return holiday;
            }
        }

        return null;
    }

    /// <summary>Easter Sunday in the Gregorian calendar, by the method of Meeus, Jones and Butcher.</summary>
    public static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var inCentury = year % 100;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * correction) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }

    private static Holiday[] InYear(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        return Years.GetOrAdd(year, Compute);
    }

    private static Holiday[] Compute(int year)
    {
        var easter = EasterSunday(year);
        var all = Fixed.Select(day => new Holiday(new DateOnly(year, day.Month, day.Day), day.Norwegian, day.English))
            .Concat(Movable.Select(day => new Holiday(easter.AddDays(day.Offset), day.Norwegian, day.English)));

        // Ascension Day may be 1 or 17 May, and Whit Monday 17 May (as in 2027).
        return
        [
            .. all.GroupBy(holiday => holiday.Day).OrderBy(day => day.Key)
                .Select(day => new Holiday(
                    day.Key, string.Join(" og ", day.Select(holiday => holiday.Norwegian)), string.Join(" and ", day.Select(holiday => holiday.English)))),
        ];
    }
}
