using Kpr.Core.Cases.Clocks;

namespace Kpr.Core.Cases.Timers;

/// <summary>A deadline passed and was told.</summary>
[Event("deadline-missed", "En frist er overskredet", "A deadline was missed")]
public sealed record DeadlineMissed(ClockKind Clock, string? Subject, DateOnly Due) : CaseEvent
{
    internal static string Notice(ClockKind kind, string? subject) => $"missed/{Clocks.Clock.KeyOf(kind, subject)}";

    internal override CaseState Apply(CaseState state, in EventHead head) =>
        state with { Reached = state.Reached.Plus(new ReachedNotice(Notice(Clock, Subject), Due)) };
}
