using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;

namespace Kpr.Core.Cases.Orders;

/// <summary>What follows when the data of orders are made available.</summary>
internal static class Release
{
    /// <summary>The events: release, disclosure, bill and clocks.</summary>
    public static IEnumerable<CaseEvent> Of(CaseState state, CommandContext now, string delivery, IEnumerable<SourceOrder> orders)
    {
        var billed = 0;
        foreach (var order in orders)
        {
            yield return new OrderReleased(order.Id, delivery, now.Today);
            foreach (var stopped in now.Stop(state, ClockKind.OrderDelivery, "Data ble gjort tilgjengelige", order.Id)
                .Concat(now.Stop(state, ClockKind.EhdsHolder, "Data ble gjort tilgjengelige", order.Id)))
            {
                yield return stopped;
            }

            yield return now.Start(state, ClockKind.Receipt, "Data ble gjort tilgjengelige", now.Policy.ReceiptPresumedAfter, order.Id);
            if (state.Kind == ApplicationKind.PersonLevel)
            {
                yield return new DisclosureEntered(
                    order.Register, state.Content.Parties?.Controller?.OrganisationNumber ?? state.Content.Parties?.Controller?.Name ?? "ukjent",
                    state.Content.Legal?.Grounds() ?? "", now.Today, now.Today.AddYears(10));
            }

            foreach (var ready in Billing.OfOrder(state, now, order, BillingCause.Delivered, billed))
            {
                billed += ready is BillingReady ? 1 : 0;
                yield return ready;
            }
        }
    }
}
