using Kpr.Core.Cases.Clocks;

namespace Kpr.Core.Cases.Notices;

/// <summary>Until when the receiver of a notice has time.</summary>
public static class NoticeDeadlines
{
    /// <summary>The last day; null where the notice is about no deadline, or it does not run.</summary>
    /// <param name="state">The case.</param>
    /// <param name="template">Name of the notice's template.</param>
    /// <param name="register">Code of the register that it is for; null for others.</param>
    public static DateOnly? Of(CaseState state, string template, string? register = null)
    {
        var kind = template switch
        {
            "deficiencies-sent" => ClockKind.DeficiencyReply,
            "applicant-reminded" => ClockKind.DeficiencyReminder,
            "estimate-issued" => ClockKind.EstimateReply,
            "draft-expiry-warned" => ClockKind.DraftExpiry,
            "decided" or "reasons-given" => ClockKind.Appeal,
            "order-placed" or "order-overdue" => ClockKind.OrderDelivery,
            "order-released" => ClockKind.Receipt,
            "declared-complete" or "postponed" => ClockKind.MakeAvailable,
            "expiry-noticed" => ClockKind.Permit,
            "deletion-demanded" or "deletion-escalated" => ClockKind.Deletion,
            "revocation-opened" => ClockKind.Hearing,
            _ => (ClockKind?)null,
        };
        return kind is null ? null : Days(state, kind.Value, register).Min();
    }

    private static IEnumerable<DateOnly?> Days(CaseState state, ClockKind kind, string? register) =>
        from clock in state.Clocks
        where clock.Kind == kind && clock.IsRunning
            && (kind != ClockKind.OrderDelivery || register is null || state.FindOrder(clock.Subject ?? "")?.Register == register)
        select kind == ClockKind.MakeAvailable ? clock.Promised ?? clock.Due : clock.Due;
}
