namespace Azure.Storage.Blobs.Models;

/// <summary>What the service says about a container it has created or changed.</summary>
public class BlobContainerInfo
{
    internal BlobContainerInfo()
    {
    }

    /// <summary>Changes with every change of the container.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>Time of the latest change, to the second.</summary>
    public DateTimeOffset LastModified { get; internal init; }
}
