using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Cancels an order that is not delivered.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Reason">Why.</param>
[Command("cancel-order", "Avbestill", "Cancel order")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Handler, Relation.Assigned)]
[From(OrderState.Queued, OrderState.Accepted, OrderState.Clarifying, OrderState.Estimated, OrderState.OverEstimateHold, OrderState.Extracting,
    OrderState.QualityCheck)]
public sealed record CancelOrder(string Order, string Reason) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : FulfilmentProgress.Then(state, now, OrderEnding.Cancel(state, now, order, Reason));
}
