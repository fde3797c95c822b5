using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Linkages;

namespace Kpr.Core.Cases.Orders;

/// <summary>Ends orders that will not be carried out: by withdrawal, a changed decision, revocation.</summary>
internal static class OrderEnding
{
    /// <summary>Cancels every order that is neither delivered nor over, bills what was incurred, and gives up the linkage.</summary>
    public static IEnumerable<CaseEvent> CancelAll(CaseState state, CommandContext now, string reason)
    {
        var billed = 0;
        foreach (var order in state.Orders.Where(order => !order.State.IsTerminal() && !order.State.IsDelivered()))
        {
            foreach (var next in Cancel(state, now, order, reason, billed))
            {
                billed += next is BillingReady ? 1 : 0;
                yield return next;
            }
        }

        if (state.Linkage is { IsOver: false, State: not LinkageState.Delivered })
        {
            yield return new LinkageAborted(reason);
        }
    }

    /// <summary>Cancels one order and bills what was incurred.</summary>
    public static IEnumerable<CaseEvent> Cancel(CaseState state, CommandContext now, SourceOrder order, string reason, int billed = 0) =>
    [
        new OrderCancelled(order.Id, reason), .. StopClocks(state, now, order, reason), .. Billing.OfOrder(state, now, order, BillingCause.Cancelled, billed),
    ];

    /// <summary>Recalls what was delivered: the disclosure is marked, and what was billed is credited.</summary>
    public static IEnumerable<CaseEvent> Recall(CaseState state, CommandContext now, SourceOrder order, string reason, bool wrongData, int billed = 0) =>
    [
        new OrderRecalled(order.Id, reason, wrongData), new DisclosureMarked(order.Id, reason), .. StopClocks(state, now, order, reason),
        .. Billing.Credit(state, now, order.Id, billed),
    ];

    /// <summary>The clocks of an order that is over.</summary>
    public static IEnumerable<CaseEvent> StopClocks(CaseState state, CommandContext now, SourceOrder order, string reason) =>
    [
        .. now.Stop(state, ClockKind.OrderDelivery, reason, order.Id), .. now.Stop(state, ClockKind.EhdsHolder, reason, order.Id),
        .. now.Stop(state, ClockKind.Receipt, reason, order.Id),
    ];
}
