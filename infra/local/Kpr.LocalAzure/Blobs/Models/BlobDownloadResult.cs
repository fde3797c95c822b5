namespace Azure.Storage.Blobs.Models;

/// <summary>A downloaded blob, in memory.</summary>
public class BlobDownloadResult
{
    internal BlobDownloadResult(BinaryData content, BlobDownloadDetails details) => (Content, Details) = (content, details);

    /// <summary>Its properties.</summary>
    public BlobDownloadDetails Details { get; }

    /// <summary>Its content.</summary>
    public BinaryData Content { get; }
}
