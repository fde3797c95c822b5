namespace Kpr.Functions.Statistics;

/// <summary>A partition that a table reads, as its manifest was when the table was planned.</summary>
/// <param name="Partition">Its path.</param>
/// <param name="Segments">Names and SHA-256 sums of the segments that counted.</param>
public sealed record PlannedPartition(string Partition, IReadOnlyList<KeyValuePair<string, string>> Segments);
