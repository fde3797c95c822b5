namespace Kpr.Core.Cases.Orders;

/// <summary>What the states mean.</summary>
public static class OrderStates
{
    /// <summary>Whether nothing more happens to the order; a delivered one may still be recalled.</summary>
    public static bool IsTerminal(this OrderState state) => state >= OrderState.ReceiptConfirmed;

    /// <summary>Whether the applicant has, or can fetch, the data.</summary>
    public static bool IsDelivered(this OrderState state) => state is OrderState.Released or OrderState.ReceiptConfirmed;
}
