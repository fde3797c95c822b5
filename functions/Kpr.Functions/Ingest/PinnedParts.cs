using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats.Sources;

namespace Kpr.Functions.Ingest;

/// <summary>The files of a delivery beside its manifest, in the versions that were pinned, each read ahead.</summary>
internal sealed class PinnedParts : ISourceParts, IAsyncDisposable
{
    private readonly Dictionary<string, PrefetchedStream> _streams = new(StringComparer.Ordinal);

    /// <summary>Opens the files.</summary>
    /// <exception cref="RequestFailedException">One has been overwritten or deleted (412, 404).</exception>
    public static async Task<PinnedParts> OpenAsync(BlobContainerClient incoming, FileRow row, CancellationToken cancellationToken)
    {
        var parts = new PinnedParts();
        foreach (var (name, blobName, etag) in DeliveryFolder.Parts(row))
        {
            var pinned = new BlobOpenReadOptions(allowModifications: false) { Conditions = new BlobRequestConditions { IfMatch = new ETag(etag) } };
            parts._streams[name] = new PrefetchedStream(await incoming.GetBlobClient(blobName).OpenReadAsync(pinned, cancellationToken), cancellationToken);
        }

        return parts;
    }

    /// <inheritdoc/>
    public Stream? Open(string name) => _streams.GetValueOrDefault(name)?.Content;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var stream in _streams.Values)
        {
            await stream.DisposeAsync();
        }
    }
}
