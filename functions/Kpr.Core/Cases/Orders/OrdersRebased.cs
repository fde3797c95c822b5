namespace Kpr.Core.Cases.Orders;

/// <summary>Orders carry out a newer version of the decision that asks the same of them.</summary>
[Event("orders-rebased", "Bestillingene følger det nye vedtaket", "Orders follow the new decision")]
public sealed record OrdersRebased(IReadOnlyList<string> Orders, int DecisionVersion) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Orders = state.Orders.Change(order => Orders.Contains(order.Id), order => order with
        {
            DecisionVersion = DecisionVersion,
            Output = order.Output is { } output ? output with { DecisionVersion = DecisionVersion } : null,
        }),
    };
}
