namespace Kpr.Core.Statistics.Requests;

/// <summary>Which rows of the register a table counts.</summary>
/// <param name="Column">A column of the register's segments.</param>
/// <param name="Values">The values it must have one of.</param>
public sealed record TableFilter(string Column, IReadOnlySet<string> Values);
