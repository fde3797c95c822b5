using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>
/// Puts another order in the place of one: by the decision that counts now, or a free redelivery of what was recalled. A recalled order stays recalled.
/// </summary>
/// <param name="Order">Its id.</param>
/// <param name="Reason">Why.</param>
[Command("replace-order", "Erstatt bestilling", "Replace order")]
[In(Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring)]
[By(Role.Handler, Relation.Assigned)]
[From(OrderState.Queued, OrderState.Accepted, OrderState.Clarifying, OrderState.Estimated, OrderState.OverEstimateHold, OrderState.Extracting,
    OrderState.QualityCheck, OrderState.Recalled)]
public sealed record ReplaceOrder(string Order, string Reason) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Reason))
        {
            return Refusals.TextMissing.For("reason");
        }

        if (!state.Decision!.Sources.Contains(order.Register))
        {
            return Refusals.NotASource.For(order.Register);
        }

        if (state.Suspended is not null)
        {
            return Refusals.EffectSuspended;
        }

        var redelivery = order.State == OrderState.Recalled;
        if (redelivery && state.Orders.Any(other => other.Register == order.Register && !other.State.IsTerminal()))
        {
            return Refusals.IdInUse.For(order.Register);
        }

        var placed = OrderPlacement.Place(state, now, order.Register, order.ViaLinker && !redelivery, redelivery).ToList();
        return redelivery
            ? state.Phase == Phase.Failed ? [new OrdersDispatched(state.Decision.Version, now.Today), .. placed] : [.. placed]
            : [.. placed, new OrderReplaced(Order, ((OrderPlaced)placed[0]).Order, Reason), .. OrderEnding.StopClocks(state, now, order, Reason)];
    }
}
