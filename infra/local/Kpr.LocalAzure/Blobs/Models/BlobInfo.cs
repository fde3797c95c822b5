namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says about a blob whose metadata or headers were set.</summary>
public class BlobInfo
{
    internal BlobInfo()
    {
    }

    /// <summary>Changes with every change of the blob.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>Time of the latest change, to the second.</summary>
    public DateTimeOffset LastModified { get; internal init; }
}
