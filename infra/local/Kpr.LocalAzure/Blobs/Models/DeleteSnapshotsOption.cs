namespace Azure.Storage.Blobs.Models;

/// <summary>What a deletion does with the blob's snapshots.</summary>
public enum DeleteSnapshotsOption
{
    /// <summary>Nothing: a blob with snapshots is not deleted.</summary>
    None,

    /// <summary>They go with the blob.</summary>
    IncludeSnapshots,

    /// <summary>They go, the blob stays.</summary>
    OnlySnapshots,
}
