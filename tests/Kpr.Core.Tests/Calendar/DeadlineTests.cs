using System.Globalization;
using Kpr.Core.Calendar;

namespace Kpr.Core.Tests.Calendar;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2026-03-02", 30, "2026-04-16", "2026-04-09")] // over Easter
    [InlineData("2026-12-23", 3, "2026-12-29", "2026-12-29")] // 24 counts, 25–27 do not (26 is a Saturday and Boxing Day)
    [InlineData("2026-04-30", 1, "2026-05-04", "2026-05-02")] // 1 May is a Friday
    [InlineData("2027-12-30", 2, "2028-01-03", "2028-01-03")] // over a year's end: 31 counts, 1 January is a Saturday
    public void Working_days_skip_weekends_and_holidays(string from, int count, string monFri, string monSat)
    {
        var deadline = Deadline.Of(Day(from), Term.WorkingDays(count), WorkingCalendar.MondayToFriday);

        Assert.Equal(Day(monFri), deadline.Due);
        Assert.Equal(Day(monSat), deadline.AlternativeDue);
    }

    [Fact]
    public void Each_skipped_day_has_its_reason()
    {
        var deadline = Deadline.Of(Day("2026-04-01"), Term.WorkingDays(1), WorkingCalendar.MondayToFriday);

        Assert.Equal(Day("2026-04-07"), deadline.Due);
        Assert.Equal(
            ["skjærtorsdag", "langfredag", "lørdag", "1. påskedag", "2. påskedag"], deadline.Reasons.Select(off => off.Norwegian));
        Assert.Equal(
            ["Maundy Thursday", "Good Friday", "Saturday", "Easter Sunday", "Easter Monday"], deadline.Reasons.Select(off => off.English));
    }

    [Theory]
    [InlineData("2026-03-12", 3, "2026-04-07")] // Maundy Thursday rolls to Tuesday after Easter
    [InlineData("2026-04-10", 3, "2026-05-04")] // Friday 1 May rolls over the weekend
    [InlineData("2026-02-28", 1, "2026-03-09")] // Saturday
    [InlineData("2026-03-04", 3, "2026-03-25")]
    public void Weeks_end_on_the_same_weekday_and_roll(string from, int weeks, string due)
    {
        Assert.All(WorkingCalendar.All, calendar => Assert.Equal(Day(due), Deadline.Of(Day(from), Term.Weeks(weeks), calendar).Due));
    }

    [Theory]
    [InlineData("2027-01-31", 1, "2027-03-01")] // 28 February is a Sunday
    [InlineData("2028-01-31", 1, "2028-02-29")] // leap day
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2026-10-31", 1, "2026-11-30")]
    public void Months_end_on_the_same_date_or_the_last_of_the_month(string from, int months, string due) =>
        Assert.Equal(Day(due), Deadline.Of(Day(from), Term.Months(months), WorkingCalendar.MondayToFriday).Due);

    [Fact]
    public void Terms_read_well_in_both_languages()
    {
        Assert.Equal(("1 virkedag", "1 working day"), (Term.WorkingDays(1).Norwegian, Term.WorkingDays(1).English));
        Assert.Equal(("3 uker", "3 weeks"), (Term.Weeks(3).Norwegian, Term.Weeks(3).English));
        Assert.Equal(("18 måneder", "14 days"), (Term.Months(18).Norwegian, Term.Days(14).English));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
