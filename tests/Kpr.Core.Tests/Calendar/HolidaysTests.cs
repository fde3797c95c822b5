using Kpr.Core.Calendar;

namespace Kpr.Core.Tests.Calendar;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData("2016-03-27")]
    [InlineData("2017-04-16")]
    [InlineData("2018-04-01")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2028-04-16")]
    [InlineData("2029-04-01")]
    [InlineData("2030-04-21")]
    [InlineData("2031-04-13")]
    [InlineData("2032-03-28")]
    [InlineData("2033-04-17")]
    [InlineData("2034-04-09")]
    [InlineData("2035-03-25")]
    public void The_movable_holidays_of_known_years_follow_from_easter(string easterSunday)
    {
        var easter = DateOnly.Parse(easterSunday, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(easter, Holidays.EasterSunday(easter.Year));
        Assert.Equal(
            new[] { (1, 1), (5, 1), (5, 17), (12, 25), (12, 26) }.Select(day => new DateOnly(easter.Year, day.Item1, day.Item2))
                .Concat(new[] { -3, -2, 0, 1, 39, 49, 50 }.Select(easter.AddDays)).Distinct().Order(),
            Holidays.Of(easter.Year).Select(holiday => holiday.Day));
    }

    // Whole years as printed calendars have them.
    [Theory]
    [InlineData(2024, "01-01 03-28 03-29 03-31 04-01 05-01 05-09 05-17 05-19 05-20 12-25 12-26")]
    [InlineData(2026, "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26")]
    [InlineData(2027, "01-01 03-25 03-26 03-28 03-29 05-01 05-06 05-16 05-17 12-25 12-26")]
    [InlineData(2035, "01-01 03-22 03-23 03-25 03-26 05-01 05-03 05-13 05-14 05-17 12-25 12-26")]
    public void A_whole_year_is_as_in_the_printed_calendar(int year, string days) => Assert.Equal(
        days.Split(' '), Holidays.Of(year).Select(holiday => holiday.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Two_holidays_on_one_day_are_one_day_with_both_names()
    {
        Assert.Equal("17. mai og 2. pinsedag", Holidays.On(new DateOnly(2027, 5, 17))!.Norwegian);
        Assert.Equal("Labour Day (1 May) and Ascension Day", Holidays.On(new DateOnly(2008, 5, 1))!.English);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(31)]
    public void Christmas_eve_and_new_years_eve_are_no_holidays(int day) => Assert.Null(Holidays.On(new DateOnly(2026, 12, day)));

    [Fact]
    public void Easter_is_a_sunday_between_22_march_and_25_april_in_every_year()
    {
        for (var year = Holidays.FirstYear; year <= Holidays.LastYear; year++)
        {
            var easter = Holidays.EasterSunday(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }

        // The earliest and the latest that occur.
        Assert.Equal(new DateOnly(2160, 3, 23), Holidays.EasterSunday(2160));
        Assert.Equal(new DateOnly(2038, 4, 25), Holidays.EasterSunday(2038));
    }

    [Theory]
    [InlineData(1947)]
    [InlineData(2200)]
    public void A_year_that_is_not_computed_is_refused(int year) => Assert.Throws<ArgumentOutOfRangeException>(() => Holidays.Of(year));
}
