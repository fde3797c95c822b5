using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Linkages;

namespace Kpr.Core.Cases.Orders;

/// <summary>
/// What a changed decision does to orders (compensation). What is not delivered is replaced, or cancelled when the new decision does not open its
/// register; what is delivered and no longer allowed is recalled, access is taken back, deletion demanded, the bill credited.
/// </summary>
internal static class DecisionChange
{
    /// <summary>The events.</summary>
    /// <param name="before">The case before the change.</param>
    /// <param name="after">The case with the new decision.</param>
    /// <param name="now">The moment.</param>
    /// <param name="reason">Why.</param>
    public static IEnumerable<CaseEvent> Of(CaseState before, CaseState after, CommandContext now, string reason)
    {
        var decision = after.Decision!;
        var ordered = before.Orders.Count > 0 && decision.Grants;
        List<CaseEvent> events = [.. TakeBack(after, now, reason, decision.Sources)];
        if (!ordered)
        {
            return events;
        }

        var placed = new List<string>();
        var viaLinker = decision.Sources.Count > 1 && before.Linkage is not null;
        foreach (var register in decision.Sources.Where(register => !before.Orders.Any(order => order.Register == register && order.State.IsDelivered())))
        {
            List<CaseEvent> place = [.. OrderPlacement.Place(after, now, register, viaLinker)];
            var id = place.OfType<OrderPlaced>().Single().Order;
            placed.Add(id);
            events.AddRange(place);
            foreach (var old in before.Orders.Where(order => order.Register == register && !order.State.IsTerminal()))
            {
                events.Add(new OrderReplaced(old.Id, id, reason));
                events.AddRange(OrderEnding.StopClocks(after, now, old, reason));
            }
        }

        if (placed.Count > 0 && viaLinker)
        {
            events.Add(new LinkagePlanned(before.Linkage!.Linker, placed));
        }

        if (placed.Count > 0 && after.Phase is Phase.Decided or Phase.Failed)
        {
            events.Add(new OrdersDispatched(decision.Version, now.Today));
        }

        return events;
    }

    /// <summary>Ends the orders of registers that are not to be kept: cancels what is undelivered, recalls what is delivered.</summary>
    public static IEnumerable<CaseEvent> TakeBack(CaseState state, CommandContext now, string reason, IReadOnlyList<string> keep)
    {
        var billed = 0;
        var recalled = false;
        var events = new List<CaseEvent>();
        foreach (var order in state.Orders.Where(order => !keep.Contains(order.Register)))
        {
            IEnumerable<CaseEvent> end = order.State.IsDelivered() ? OrderEnding.Recall(state, now, order, reason, wrongData: false, billed)
                : order.State.IsTerminal() ? []
                : OrderEnding.Cancel(state, now, order, reason, billed);
            recalled |= order.State.IsDelivered();
            foreach (var next in end)
            {
                billed += next is BillingReady ? 1 : 0;
                events.Add(next);
            }
        }

        if (state.Linkage is { IsOver: false, State: not LinkageState.Delivered } && state.Orders.Any(order => !order.State.IsTerminal()))
        {
            events.Add(new LinkageAborted(reason));
        }

        if (recalled)
        {
            events.Add(new AccessWithdrawalOrdered(reason));
            if (state.Decision is { Grants: false })
            {
                var due = Deletion.DueOn(state, now);
                events.Add(new DeletionDemanded(reason, due));
                events.AddRange(now.Stop(state, ClockKind.Permit, reason));
                events.Add(now.StartUntil(state, ClockKind.Deletion, due, reason));
            }
        }

        return events;
    }
}
