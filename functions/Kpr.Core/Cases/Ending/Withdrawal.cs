using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Ending;

/// <summary>
/// What a withdrawal undoes (compensation): prerequisites are closed, undelivered orders cancelled, the linkage given up. In intake only the base price is
/// billed, by policy; later only what was incurred. Data that were delivered must be deleted: then the case goes there instead.
/// </summary>
internal static class Withdrawal
{
    /// <summary>The events.</summary>
    public static IEnumerable<CaseEvent> Of(CaseState state, CommandContext now, string reason)
    {
        var events = new List<CaseEvent>(Prerequisites.CloseAll(state));
        if (state.Appeal is { IsOpen: true })
        {
            events.Add(new AppealMoved(AppealState.Withdrawn, reason));
        }

        events.AddRange(OrderEnding.CancelAll(state, now, reason));
        var delivered = state.Orders.Any(order => order.State.IsDelivered());
        events.AddRange(now.StopAll(
            state, reason, ClockKind.InvoiceIssue, ClockKind.Appeal, ClockKind.AppealLatest, ClockKind.EhdsPublication));

        var inIntake = state.CompleteOn is null && state.Decision is null;
        var after = Preview.After(state, events, now);
        events.AddRange(Billing.OfHelsedataservice(
            after with { HandlingMinutes = inIntake ? 0 : state.HandlingMinutes }, now, BillingCause.Withdrawn, !inIntake || now.Policy.BasePriceWhenWithdrawnInIntake));
        if (delivered)
        {
            events.Add(new DeletionDemanded(reason, Deletion.DueOn(state, now)));
            events.Add(now.StartUntil(state, ClockKind.Deletion, Deletion.DueOn(state, now), reason));
        }
        else
        {
            events.Add(new Withdrawn(reason));
        }

        return events;
    }
}
