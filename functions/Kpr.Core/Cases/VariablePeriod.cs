namespace Kpr.Core.Cases;

/// <summary>For which days a register has values of a variable.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it is collected.</param>
public sealed record VariablePeriod(DateOnly From, DateOnly? To = null);
