using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Ending;

namespace Kpr.Core.Cases.Timers;

/// <summary>Estimates that nobody answers: the case is withdrawn, and only what was incurred is billed.</summary>
public sealed class EstimateLapses : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state.Phase == Phase.EstimateSent ? DayAfter(state.FindClock(ClockKind.EstimateReply)) : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now) => Withdrawal.Of(state, now, "Prisoverslaget ble ikke besvart innen fristen");
}
