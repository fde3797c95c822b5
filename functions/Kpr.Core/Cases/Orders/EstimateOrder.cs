using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Says what an order will take. More than was accepted, with the tolerance, holds it.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Minutes">Expected work.</param>
[Command("estimate-order", "Anslå arbeid", "Estimate order")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[From(OrderState.Accepted, OrderState.Estimated, OrderState.OverEstimateHold)]
public sealed record EstimateOrder(string Order, int Minutes) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        Minutes < 1 || (order.State == OrderState.OverEstimateHold && Minutes < order.Minutes) ? Refusals.AmountMissing.For("minutes")
        : order.State == OrderState.OverEstimateHold || Tolerance.IsExceeded(order, Minutes, now.Policy) ? [new OrderHeld(Order, Minutes)]
        : [new OrderEstimated(Order, Minutes)];
}
