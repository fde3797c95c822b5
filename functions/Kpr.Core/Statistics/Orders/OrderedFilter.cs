namespace Kpr.Core.Statistics.Orders;

/// <summary>Which records count: those whose variable has one of some values.</summary>
/// <param name="Variable">The variable, with the form that the values are of.</param>
/// <param name="Values">Codes of the form, or groups of them.</param>
public sealed record OrderedFilter(OrderedVariable Variable, IReadOnlyList<string> Values);
