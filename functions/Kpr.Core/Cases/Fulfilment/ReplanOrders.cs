using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Fulfilment;

/// <summary>Orders anew from registers where nothing could be delivered.</summary>
/// <param name="Registers">Their codes; among those of the decision.</param>
[Command("replan-orders", "Bestill på nytt", "Order anew")]
[In(Phase.Failed)]
[By(Role.Handler, Relation.Assigned)]
public sealed record ReplanOrders(IReadOnlyList<string> Registers) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        var outside = Registers.Except(state.Decision!.Sources).ToList();
        return outside.Count > 0 || Registers.Count == 0 ? Refusals.NotASource.For(outside)
            : state.Suspended is not null ? Refusals.EffectSuspended
            :
            [
                new OrdersDispatched(state.Decision.Version, now.Today),
                .. Registers.Distinct(StringComparer.Ordinal).SelectMany(register => OrderPlacement.Place(state, now, register, viaLinker: false)),
            ];
    }
}
