namespace Kpr.Functions.Ingest;

/// <summary>What judging a chunk left in the work area.</summary>
/// <param name="Partitions">The partitions that its accepted records belong to, in ordinal order of their paths.</param>
/// <param name="Findings">Number of findings.</param>
public sealed record ChunkResult(IReadOnlyList<PartitionRows> Partitions, long Findings);
