using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Intake;

namespace Kpr.Core.Cases.Timers;

/// <summary>Five more working days without an answer: a handler may dismiss (R25).</summary>
public sealed class SilenceIsEstablished : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state is { Phase: Phase.AwaitingApplicant, Round.SilentSince: null } ? DayAfter(state.FindClock(ClockKind.DeficiencyReminder)) : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now) =>
        [new SilenceEstablished(state.Round!.Number, now.Today), .. now.Stop(state, ClockKind.DeficiencyReminder, "Fristen gikk ut uten svar")];
}
