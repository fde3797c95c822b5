namespace Kpr.Core.Statistics.Cells;

/// <summary>One way to group a dimension's codes (gruppering), of one or more levels: municipality, county, region.</summary>
/// <param name="Parents">Parent of each child, in the order given. Children that the table does not have are ignored.</param>
public sealed record Grouping(IReadOnlyList<KeyValuePair<string, string>> Parents);
