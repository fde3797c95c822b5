using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Records time on an order: itemised evidence for the bill (R37). Time beyond the accepted estimate and its tolerance holds the order.</summary>
/// <param name="Order">Its id.</param>
/// <param name="Minutes">1 to 1,440.</param>
/// <param name="What">On what.</param>
/// <param name="On">The day.</param>
[Command("record-order-hours", "Før tid på bestilling", "Record time on order")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[From(OrderState.Accepted, OrderState.Clarifying, OrderState.Estimated, OrderState.Extracting, OrderState.QualityCheck, OrderState.AtLinker, OrderState.Linked)]
public sealed record RecordOrderHours(string Order, int Minutes, string What, DateOnly On) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now)
    {
        if (Minutes is < 1 or > 1440 || string.IsNullOrWhiteSpace(What))
        {
            return Refusals.AmountMissing.For("minutes", "what");
        }

        if (On > now.Today)
        {
            return Refusals.DateInFuture.For("on");
        }

        var recorded = new OrderHoursRecorded(Order, Minutes, What, On);
        return order.State is OrderState.Accepted or OrderState.Estimated or OrderState.Extracting or OrderState.QualityCheck
            && Tolerance.IsExceeded(order, order.Minutes + Minutes, now.Policy)
            ? [recorded, new OrderHeld(Order, order.Minutes + Minutes)]
            : [recorded];
    }
}
