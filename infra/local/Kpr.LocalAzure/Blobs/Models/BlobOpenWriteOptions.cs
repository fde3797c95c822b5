namespace Azure.Storage.Blobs.Models;

/// <summary>How a blob is opened for writing.</summary>
public class BlobOpenWriteOptions
{
    /// <summary>Bytes of one block; default 4 MiB.</summary>
    public long? BufferSize { get; set; }

    /// <summary>Conditions on the blob at opening.</summary>
    public BlobRequestConditions? OpenConditions { get; set; }

    /// <summary>Content type and the like.</summary>
    public BlobHttpHeaders? HttpHeaders { get; set; }

    /// <summary>Names and values to keep with the blob.</summary>
    public IDictionary<string, string>? Metadata { get; set; }
}
