namespace Azure.Storage.Blobs.Models;

/// <summary>The properties of a blob in a listing.</summary>
public class BlobItemProperties
{
    internal BlobItemProperties()
    {
    }

    /// <summary>Bytes of content.</summary>
    public long? ContentLength { get; internal init; }

    /// <summary>Content-Type.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>MD5 of the content; null when it was committed as blocks.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>The kind of blob.</summary>
    public BlobType? BlobType { get; internal init; }

    /// <summary>Without the quotes it has elsewhere, so not equal to the same tag got otherwise.</summary>
    public ETag? ETag { get; internal init; }

    /// <summary>Time of the latest change, to the second.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    /// <summary>Time of creation, to the second.</summary>
    public DateTimeOffset? CreatedOn { get; internal init; }
}
