using Kpr.Core.Calendar;

namespace Kpr.Core.Cases.Clocks;

/// <summary>A clock began.</summary>
/// <param name="Clock">Its kind.</param>
/// <param name="Subject">Of what.</param>
/// <param name="On">The day it runs from.</param>
/// <param name="Term">Its length; null where a date is set.</param>
/// <param name="Until">Its date; null where a length is set.</param>
/// <param name="Calendar">Key of the calendar.</param>
/// <param name="Reason">Why it began, in bokmål.</param>
[Event("clock-started", "En frist begynte å løpe", "A clock started")]
public sealed record ClockStarted(ClockKind Clock, string? Subject, DateOnly On, Term? Term, DateOnly? Until, string Calendar, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Started, On, Reason, head.By.Subject, Term, Until, Calendar), begins: true);
}

/// <summary>A clock was held.</summary>
[Event("clock-paused", "En frist ble stanset midlertidig", "A clock was paused")]
public sealed record ClockPaused(ClockKind Clock, string? Subject, DateOnly On, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Paused, On, Reason, head.By.Subject));
}

/// <summary>A clock goes on; a stopped one is restored.</summary>
[Event("clock-resumed", "En frist løper igjen", "A clock resumed")]
public sealed record ClockResumed(ClockKind Clock, string? Subject, DateOnly On, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Resumed, On, Reason, head.By.Subject));
}

/// <summary>A clock was extended by a length or to a date.</summary>
[Event("clock-extended", "En frist ble forlenget", "A clock was extended")]
public sealed record ClockExtended(ClockKind Clock, string? Subject, DateOnly On, Term? Term, DateOnly? Until, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Extended, On, Reason, head.By.Subject, Term, Until));
}

/// <summary>A clock began anew.</summary>
[Event("clock-restarted", "En frist begynte å løpe på nytt", "A clock started anew")]
public sealed record ClockRestarted(ClockKind Clock, string? Subject, DateOnly On, Term? Term, DateOnly? Until, string Calendar, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Restarted, On, Reason, head.By.Subject, Term, Until, Calendar));
}

/// <summary>A likely date was told; the due date stays.</summary>
[Event("clock-promised", "En sannsynlig dato ble oppgitt", "A likely date was given")]
public sealed record ClockPromised(ClockKind Clock, string? Subject, DateOnly On, DateOnly Until, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Promised, On, Reason, head.By.Subject, null, Until));
}

/// <summary>A clock is counted by another calendar, or a new version of it, from now on.</summary>
[Event("clock-recomputed", "En frist ble regnet ut etter en annen kalender", "A clock was computed by another calendar")]
public sealed record ClockRecomputed(ClockKind Clock, string? Subject, DateOnly On, string Calendar, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Recomputed, On, Reason, head.By.Subject, Calendar: Calendar));
}

/// <summary>A clock ended.</summary>
[Event("clock-stopped", "En frist løper ikke lenger", "A clock stopped")]
public sealed record ClockStopped(ClockKind Clock, string? Subject, DateOnly On, string Reason) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state.WithClock(Clock, Subject, new ClockRow(ClockAct.Stopped, On, Reason, head.By.Subject));
}
