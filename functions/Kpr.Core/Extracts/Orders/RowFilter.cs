namespace Kpr.Core.Extracts.Orders;

/// <summary>Which rows are taken, by the values of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Beside">A second column that it depends on; null for none.</param>
/// <param name="Holds">Whether a row is taken, by the values of both.</param>
internal sealed record RowFilter(string Column, string? Beside, Func<string, string, bool> Holds);
