using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Orders;

/// <summary>Begins to extract data.</summary>
/// <param name="Order">Its id.</param>
[Command("start-extraction", "Start uttrekk", "Start extraction")]
[In(Phase.Fulfilment, Phase.Active, Phase.Expiring)]
[By(Role.Register, Relation.Source)]
[By(Role.System, Relation.Office)]
[From(OrderState.Accepted, OrderState.Estimated)]
public sealed record StartExtraction(string Order) : OrderCommand
{
    internal override Outcome<CaseEvent> DecideOn(CaseState state, SourceOrder order, CommandContext now) =>
        state.Suspended is not null ? Refusals.EffectSuspended
        : order.ViaLinker && state.Linkage?.KeyBatch is null ? Refusals.KeysNotIssued
        : [new OrderMoved(Order, OrderState.Extracting)];
}
