using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Drafting;

namespace Kpr.Core.Cases.Timers;

/// <summary>A draft that nobody saved is deleted (R36).</summary>
public sealed class DraftExpires : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) => state.Phase == Phase.Draft ? DayAfter(state.FindClock(ClockKind.DraftExpiry)) : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now) =>
        [.. now.StopAll(state, "Utkastet ble slettet etter fristen"), new DraftDeleted(Expired: true)];
}
