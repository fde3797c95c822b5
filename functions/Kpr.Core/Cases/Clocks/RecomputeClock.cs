using Kpr.Core.Calendar;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Clocks;

/// <summary>Counts a clock by another calendar, or a new version of it, from now on. The ledger shows both dates; nothing is rewritten.</summary>
/// <param name="Clock">Its kind.</param>
/// <param name="Calendar">Id of the calendar: <c>mon-fri</c> or <c>mon-sat</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Subject">Of what, where there are several of the kind.</param>
[Command("recompute-clock", "Regn fristen etter en annen kalender", "Compute the clock by another calendar")]
[By(Role.Coordinator, Relation.Office)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record RecomputeClock(ClockKind Clock, string Calendar, string Reason, string? Subject = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) || WorkingCalendar.Find(Calendar) is not { } calendar ? Refusals.TextMissing.For("calendar", "reason")
        : state.FindClock(Clock, Subject) is not { IsRunning: true } clock ? Refusals.ClockNotRunning.For(Clocks.Clock.KeyOf(Clock, Subject))
        : clock.Calendar == calendar ? []
        : [new ClockRecomputed(Clock, Subject, now.Today, calendar.Key, Reason)];
}
