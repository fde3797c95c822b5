namespace Azure.Storage.Blobs.Models;

/// <summary>A blob being downloaded. Disposing it closes the stream.</summary>
public class BlobDownloadStreamingResult : IDisposable
{
    internal BlobDownloadStreamingResult(Stream content, BlobDownloadDetails details) => (Content, Details) = (content, details);

    /// <summary>Its properties.</summary>
    public BlobDownloadDetails Details { get; }

    /// <summary>Its content, read from the network.</summary>
    public Stream Content { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        GC.SuppressFinalize(this);
    }
}
