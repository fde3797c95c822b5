namespace Azure.Storage.Blobs.Models;

/// <summary>The properties of a blob, or of the part of it that was downloaded.</summary>
public class BlobDownloadDetails
{
    /// <summary>The kind of blob.</summary>
    public BlobType BlobType { get; internal init; }

    /// <summary>Bytes in this answer.</summary>
    public long ContentLength { get; internal init; }

    /// <summary>Content-Type.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>MD5 of the content of this answer; null for a part.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>MD5 of the whole blob, told with a part.</summary>
    public byte[]? BlobContentHash { get; internal init; }

    /// <summary>Which part this is, for example "bytes 2-4/10"; null for the whole.</summary>
    public string? ContentRange { get; internal init; }

    /// <summary>Content-Encoding.</summary>
    public string? ContentEncoding { get; internal init; }

    /// <summary>Time of the latest change, to the second.</summary>
    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>Names and values kept with the blob, looked up without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Changes with every change of the blob.</summary>
    public ETag ETag { get; internal init; }
}
