using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Drafting;

namespace Kpr.Core.Cases.Timers;

/// <summary>The owner of a draft is warned some days before it is deleted (R36).</summary>
public sealed class DraftExpiryIsWarned : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state.Phase == Phase.Draft && state.FindClock(ClockKind.DraftExpiry) is { IsRunning: true, Due: { } due }
            && !state.Reached.Contains(new ReachedNotice("draft-expiry", due))
            ? due.AddDays(-policy.DraftWarningDays)
            : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now) =>
        [new DraftExpiryWarned(state.FindClock(ClockKind.DraftExpiry)!.Due!.Value)];
}
