using Kpr.Core.Cases.Clocks;

namespace Kpr.Functions.Applications.Views;

/// <summary>A clock with its days, and why they are these.</summary>
/// <param name="Clock">Name of the clock in the case.</param>
/// <param name="Status">Whether it runs.</param>
/// <param name="Due">Last day; null while it is held.</param>
/// <param name="AlternativeDue">Last day by the other calendar.</param>
/// <param name="Promised">The likely date that the applicant was told.</param>
/// <param name="Overdue">Whether the last day is past.</param>
/// <param name="Why">Why this date, in bokmål, a sentence each.</param>
/// <param name="WhyEnglish">The same in English.</param>
public sealed record ClockView(
    string Clock, ClockStatus Status, DateOnly? Due, DateOnly? AlternativeDue, DateOnly? Promised, bool Overdue, IReadOnlyList<string> Why, IReadOnlyList<string> WhyEnglish)
{
    /// <summary>The view of a clock on a day.</summary>
    public static ClockView Of(Clock clock, DateOnly today) => new(
        clock.Key, clock.Status, clock.Due, clock.AlternativeDue, clock.Promised, clock.IsOverdueOn(today),
        ClockExplanation.InNorwegian(clock), ClockExplanation.InEnglish(clock));
}
