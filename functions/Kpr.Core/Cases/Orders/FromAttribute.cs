namespace Kpr.Core.Cases.Orders;

/// <summary>The states in which an order takes a command.</summary>
/// <param name="states">The states.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FromAttribute(params OrderState[] states) : Attribute
{
    /// <summary>The states.</summary>
    public IReadOnlyList<OrderState> States => states;
}
