namespace Azure.Storage.Blobs.Models;

/// <summary>How an append blob is created.</summary>
public class AppendBlobCreateOptions
{
    /// <summary>Content type and the like.</summary>
    public BlobHttpHeaders? HttpHeaders { get; set; }

    /// <summary>Names and values to keep with the blob.</summary>
    public IDictionary<string, string>? Metadata { get; set; }
}
