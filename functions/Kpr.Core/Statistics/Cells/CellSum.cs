namespace Kpr.Core.Statistics.Cells;

/// <summary>A margin equation: a cell that is the sum of others.</summary>
/// <param name="Total">The cell that is the sum.</param>
/// <param name="Parts">What it is the sum of.</param>
public sealed record CellSum(int Total, IReadOnlyList<int> Parts);
