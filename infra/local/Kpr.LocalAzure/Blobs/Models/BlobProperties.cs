namespace Azure.Storage.Blobs.Models;

/// <summary>The properties of a blob.</summary>
public class BlobProperties
{
    /// <summary>Time of the latest change, to the second.</summary>
    public DateTimeOffset LastModified { get; internal init; }

    /// <summary>Time of creation, to the second.</summary>
    public DateTimeOffset CreatedOn { get; internal init; }

    /// <summary>Names and values kept with the blob, looked up without regard to case.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of blob.</summary>
    public BlobType BlobType { get; internal init; }

    /// <summary>Bytes of content.</summary>
    public long ContentLength { get; internal init; }

    /// <summary>Content-Type.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>Changes with every change of the blob.</summary>
    public ETag ETag { get; internal init; }

    /// <summary>MD5 of the content; null when it was committed as blocks.</summary>
    public byte[]? ContentHash { get; internal init; }

    /// <summary>Content-Encoding.</summary>
    public string? ContentEncoding { get; internal init; }

    /// <summary>Content-Disposition.</summary>
    public string? ContentDisposition { get; internal init; }

    /// <summary>Content-Language.</summary>
    public string? ContentLanguage { get; internal init; }

    /// <summary>Cache-Control.</summary>
    public string? CacheControl { get; internal init; }

    /// <summary>Number of blocks of an append blob.</summary>
    public int BlobCommittedBlockCount { get; internal init; }
}
