using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;

namespace Kpr.Core.Cases.Timers;

/// <summary>Notices 90, 45 and 30 days before the end. Where several are due at once only the last is sent.</summary>
public sealed class ExpiryIsNoticed : TimedEffect
{
    /// <inheritdoc/>
    public override DateOnly? DueOn(CaseState state, CasePolicy policy) =>
        state is { Phase: Phase.Active or Phase.Expiring, Permit: { } permit } && state.FindClock(ClockKind.Permit) is { IsRunning: true, Due: { } due }
            && Left(permit, policy).Cast<int?>().Max() is { } days
            ? due.AddDays(-days)
            : null;

    internal override IEnumerable<CaseEvent> Fire(CaseState state, CommandContext now)
    {
        var due = state.FindClock(ClockKind.Permit)!.Due!.Value;
        var days = Left(state.Permit!, now.Policy).Where(left => due.AddDays(-left) <= now.Today).Min();
        return [new ExpiryNoticed(days, due)];
    }

    // A notice of fewer days makes those of more superfluous.
    private static IEnumerable<int> Left(Permit permit, CasePolicy policy) =>
        policy.ExpiryNoticeDays.Where(days => permit.NoticesSent.Count == 0 || days < permit.NoticesSent.Min());
}
