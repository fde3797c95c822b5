namespace Azure.Storage.Blobs.Models;

/// <summary>What is downloaded, and when.</summary>
public class BlobDownloadOptions
{
    /// <summary>The part to download; default is the whole blob.</summary>
    public HttpRange Range { get; set; }

    /// <summary>Conditions on the blob.</summary>
    public BlobRequestConditions? Conditions { get; set; }
}
