namespace Kpr.Core.Statistics.Cells;

/// <summary>A code of a dimension that is the sum of others.</summary>
/// <param name="Total">Position of the sum in the dimension's codes.</param>
/// <param name="Parts">Positions of what it is the sum of.</param>
public sealed record NodeSum(int Total, IReadOnlyList<int> Parts);
