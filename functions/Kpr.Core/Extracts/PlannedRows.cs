namespace Kpr.Core.Extracts;

/// <summary>Rows of a dataset that are read: a period, and what they must fulfil.</summary>
/// <param name="Source">The dataset.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Filters">What they must fulfil.</param>
internal sealed record PlannedRows(ExtractSource Source, DateOnly From, DateOnly To, IReadOnlyList<RowFilter> Filters);
