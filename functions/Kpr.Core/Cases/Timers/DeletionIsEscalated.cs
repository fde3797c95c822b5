using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;

namespace Kpr.Core.Cases.Timers;

/// <summary>A deletion that nobody attests is escalated, three times at most.</summary>
public sealed class DeletionIsEscalated : TimedEffect
{
    private const int Most = 3;

    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state.Permit is { Escalations: < Most } permit ? DayAfter(state.FindClock(ClockKind.Deletion))?.AddDays(permit.Escalations * policy.EscalationDays) : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now) => [new DeletionEscalated(state.Permit!.Escalations + 1)];
}
