namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says about a block it has appended.</summary>
public class BlobAppendInfo
{
    internal BlobAppendInfo()
    {
    }

    /// <summary>Changes with every change of the blob.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>Time of the latest change, to the second.</summary>
    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>Where the block begins, in bytes from the start, as text.</summary>
    public string BlobAppendOffset { get; internal init; } = "";

    /// <summary>Number of blocks in the blob.</summary>
    public int BlobCommittedBlockCount { get; internal init; }
}
