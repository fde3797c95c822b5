namespace Kpr.Functions.Ingest;

/// <summary>What judging a chunk left in the work area.</summary>
/// <param name="Partitions">The partitions that its accepted records belong to, in ordinal order of their paths.</param>
/// <param name="Findings">Number of findings.</param>
public sealed record ChunkResult(IReadOnlyList<PartitionRows> Partitions, long Findings)
{
    /// <summary>Ordinals of the records of deleted persons, rejected ones too: nothing of them may be kept.</summary>
    public IReadOnlyList<long> Erased { get; init; } = [];

    /// <summary>Ordinals of the records of persons who object to the registration of health items of the feed: stored without these, and never as they came.</summary>
    public IReadOnlyList<long> Reserved { get; init; } = [];
}
