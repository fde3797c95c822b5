using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Intake;

namespace Kpr.Core.Cases.Timers;

/// <summary>Ten working days without an answer: a reminder, and five more (R25).</summary>
public sealed class ApplicantIsReminded : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state is { Phase: Phase.AwaitingApplicant, Round.RemindedOn: null } ? DayAfter(state.FindClock(ClockKind.DeficiencyReply)) : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now) =>
    [
        new ApplicantReminded(state.Round!.Number, now.Today), .. now.Stop(state, ClockKind.DeficiencyReply, "Fristen gikk ut uten svar"),
        now.Start(state, ClockKind.DeficiencyReminder, "Påminnelse ble sendt"),
    ];
}
