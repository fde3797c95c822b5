namespace Kpr.Core.Statistics.Orders;

/// <summary>A variable that a table is ordered by.</summary>
/// <param name="Variable">Name of the variable in its dataset.</param>
/// <param name="Form">The coarser form of its finest codes; null for the finest that tables have.</param>
public sealed record OrderedVariable(string Variable, string? Form = null);
