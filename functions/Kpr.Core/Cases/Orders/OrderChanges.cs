namespace Kpr.Core.Cases.Orders;

/// <summary>Changes one order of a case.</summary>
internal static class OrderChanges
{
    public static CaseState WithOrder(this CaseState state, string id, Func<SourceOrder, SourceOrder> change) =>
        state with { Orders = state.Orders.Change(order => order.Id == id, change) };
}
