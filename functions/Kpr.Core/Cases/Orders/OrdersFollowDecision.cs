using Kpr.Core.Cases.Deciding;

namespace Kpr.Core.Cases.Orders;

/// <summary>An amendment that leaves a register's own order as it was: the order carries out the new version, and what was extracted still holds.</summary>
internal static class OrdersFollowDecision
{
    /// <summary>The orders that go on under the new version.</summary>
    public static IEnumerable<CaseEvent> Rebase(CaseState state, CaseDecision decision)
    {
        var going = state.Orders.Where(order => !order.State.IsTerminal() && decision.Sources.Contains(order.Register)).Select(order => order.Id).ToList();
        return going.Count == 0 ? [] : [new OrdersRebased(going, decision.Version)];
    }
}
