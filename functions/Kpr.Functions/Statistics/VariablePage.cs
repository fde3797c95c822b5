namespace Kpr.Functions.Statistics;

/// <summary>Variables that were found.</summary>
/// <param name="Found">How many there are in all.</param>
/// <param name="Variables">Those of this page.</param>
public sealed record VariablePage(int Found, IReadOnlyList<VariableView> Variables);
