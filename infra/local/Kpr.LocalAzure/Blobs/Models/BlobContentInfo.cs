namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says about content it has stored.</summary>
public class BlobContentInfo
{
    internal BlobContentInfo()
    {
    }

    /// <summary>Changes with every change of the blob.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>Time of the latest change, to the second.</summary>
    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>MD5 of content uploaded in one request; null after a commit of blocks.</summary>
    public byte[]? ContentHash { get; internal init; }
}
