namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is uploaded. Without conditions an existing blob is replaced.</summary>
public class BlobUploadOptions
{
    /// <summary>Content type and the like; all are set anew.</summary>
    public BlobHttpHeaders? HttpHeaders { get; set; }

    /// <summary>Names and values to keep with the blob; the whole set is replaced.</summary>
    public IDictionary<string, string>? Metadata { get; set; }

    /// <summary>Conditions on the blob as it is before; a chunked upload states them when it commits.</summary>
    public BlobRequestConditions? Conditions { get; set; }

    /// <summary>How large content is cut.</summary>
    public StorageTransferOptions TransferOptions { get; set; }
}
