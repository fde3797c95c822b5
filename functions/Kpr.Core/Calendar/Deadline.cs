namespace Kpr.Core.Calendar;

/// <summary>A due date, the same by the other calendar, and the days that did not count.</summary>
/// <param name="From">The day the term runs from; not counted itself.</param>
/// <param name="Term">Its length.</param>
/// <param name="Calendar">By which it is counted.</param>
/// <param name="Due">The last day of the term.</param>
/// <param name="AlternativeDue">The last day by the other calendar.</param>
/// <param name="Reasons">The days that were skipped: within a term of working days, or at the end of another that rolled.</param>
public sealed record Deadline(
    DateOnly From, Term Term, WorkingCalendar Calendar, DateOnly Due, DateOnly AlternativeDue, IReadOnlyList<DayOff> Reasons)
{
    /// <summary>Computes a due date.</summary>
    /// <param name="from">The day the term runs from.</param>
    /// <param name="term">Its length.</param>
    /// <param name="calendar">By which it is counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">It ends in a year whose holidays are not computed.</exception>
    public static Deadline Of(DateOnly from, Term term, WorkingCalendar calendar)
    {
        if (term.Unit == TermUnit.WorkingDays)
        {
            var due = calendar.AddWorkingDays(from, term.Count);
            return new Deadline(from, term, calendar, due, calendar.Other.AddWorkingDays(from, term.Count), calendar.DaysOffBetween(from, due));
        }

        var nominal = Nominal(from, term);
        var rolled = WorkingCalendar.RollForward(nominal);
        return new Deadline(from, term, calendar, rolled, rolled, WorkingCalendar.RolledOver(nominal));
    }

    /// <summary>The end of a term of days, weeks or months before it is rolled off days that do not count.</summary>
    internal static DateOnly Nominal(DateOnly from, Term term) => term.Unit switch
    {
        TermUnit.Days => from.AddDays(term.Count),
        TermUnit.Weeks => from.AddDays(7 * term.Count),
        TermUnit.Months => from.AddMonths(term.Count),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "Working days have no nominal end."),
    };
}
