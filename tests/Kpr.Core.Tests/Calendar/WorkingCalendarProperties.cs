using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Calendar;

namespace Kpr.Core.Tests.Calendar;

public sealed class WorkingCalendarProperties
{
    // A fixed seed: the same cases every time. FsCheck prints the failing case.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20260405UL, 17UL);

    private static readonly Gen<DateOnly> Days =
        Gen.Choose(new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2060, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    private static readonly Gen<(WorkingCalendar Calendar, DateOnly From, int A, int B)> Cases =
        from calendar in Gen.Elements<WorkingCalendar>([.. WorkingCalendar.All])
        from day in Days
        from a in Gen.Choose(0, 120)
        from b in Gen.Choose(0, 120)
        select (calendar, day, a, b);

    private static readonly Gen<(DateOnly From, Term Term)> Terms =
        from day in Days from unit in Gen.Elements(TermUnit.Days, TermUnit.Weeks, TermUnit.Months) from count in Gen.Choose(1, 60) select (day, new Term(unit, count));

    [Fact]
    public void Working_days_add_up() => Holds(Cases, given =>
        given.Calendar.AddWorkingDays(given.From, given.A + given.B)
            == given.Calendar.AddWorkingDays(given.Calendar.AddWorkingDays(given.From, given.A), given.B));

    [Fact]
    public void More_days_or_a_later_start_never_give_an_earlier_end() => Holds(Cases, given =>
        given.Calendar.AddWorkingDays(given.From, given.A + 1) > given.Calendar.AddWorkingDays(given.From, given.A)
        && given.Calendar.AddWorkingDays(given.From.AddDays(given.B), given.A) >= given.Calendar.AddWorkingDays(given.From, given.A));

    [Fact]
    public void A_term_never_ends_on_a_day_that_does_not_count() => Holds(Cases, given =>
        given.Calendar.IsWorkingDay(given.Calendar.AddWorkingDays(given.From, given.A + 1)));

    [Fact]
    public void Counting_back_gives_what_was_added() => Holds(Cases, given =>
        given.Calendar.WorkingDaysBetween(given.From, given.Calendar.AddWorkingDays(given.From, given.A)) == given.A);

    [Fact]
    public void Days_that_count_and_days_off_are_all_the_days() => Holds(Cases, given =>
    {
        var through = given.From.AddDays(given.A);
        return given.Calendar.WorkingDaysBetween(given.From, through) + given.Calendar.DaysOffBetween(given.From, through).Count == given.A;
    });

    [Fact]
    public void Where_saturdays_count_a_term_never_ends_later() => Holds(Cases, given =>
        WorkingCalendar.MondayToSaturday.AddWorkingDays(given.From, given.A) <= WorkingCalendar.MondayToFriday.AddWorkingDays(given.From, given.A));

    [Fact]
    public void Weeks_and_months_never_end_on_a_saturday_a_sunday_or_a_holiday_and_roll_no_further_than_needed() => Holds(Terms, given =>
    {
        var deadline = Deadline.Of(given.From, given.Term, WorkingCalendar.MondayToSaturday);
        var nominal = Deadline.Nominal(given.From, given.Term);
        return WorkingCalendar.MondayToFriday.IsWorkingDay(deadline.Due)
            && deadline.Due == deadline.AlternativeDue
            && deadline.Reasons.Select(off => off.Date).SequenceEqual(Enumerable.Range(0, deadline.Due.DayNumber - nominal.DayNumber).Select(nominal.AddDays));
    });

    private static void Holds<T>(Gen<T> cases, Func<T, bool> property) => Prop.ForAll(cases.ToArbitrary(), property).Check(Seeded);
}
