namespace Azure.Storage.Blobs.Models;

/// <summary>The HTTP headers a blob is served with.</summary>
public class BlobHttpHeaders
{
    /// <summary>Content-Type; default application/octet-stream.</summary>
    public string? ContentType { get; set; }

    /// <summary>MD5 of the whole content, 16 bytes.</summary>
    public byte[]? ContentHash { get; set; }

    /// <summary>Content-Encoding.</summary>
    public string? ContentEncoding { get; set; }

    /// <summary>Content-Language.</summary>
    public string? ContentLanguage { get; set; }

    /// <summary>Content-Disposition.</summary>
    public string? ContentDisposition { get; set; }

    /// <summary>Cache-Control.</summary>
    public string? CacheControl { get; set; }
}
