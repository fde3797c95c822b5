using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Linkages;

/// <summary>Makes the linked data available: all its orders are released at once.</summary>
/// <param name="Delivery">Where they are.</param>
[Command("deliver-linkage", "Lever koblede data", "Deliver linked data")]
[In(Phase.Fulfilment)]
[By(Role.Linker, Relation.Designated)]
public sealed record DeliverLinkage(string Delivery) : LinkageCommand
{
    internal override bool Fits(LinkageState state) => state == LinkageState.Checked;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Linkage linkage, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Delivery))
        {
            return Refusals.TextMissing.For("delivery");
        }

        var orders = state.Orders.Where(order => order.State == OrderState.Linked && linkage.Orders.Contains(order.Id)).ToList();
        foreach (var order in orders)
        {
            if (ReleaseGuards.Refuse(state, order) is { } refusal)
            {
                return refusal;
            }
        }

        return FulfilmentProgress.Then(state, now, [new LinkageMoved(LinkageState.Delivered), .. Release.Of(state, now, Delivery, orders)]);
    }
}
