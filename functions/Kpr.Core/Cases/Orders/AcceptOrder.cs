using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Takes an order on. The register does not judge the case again (R10, R32).</summary>
/// <param name="Order">Its id.</param>
[Command("accept-order", "Ta imot bestilling", "Accept order")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[From(OrderState.Queued)]
public sealed record AcceptOrder(string Order) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) => [new OrderMoved(Order, OrderState.Accepted)];
}
