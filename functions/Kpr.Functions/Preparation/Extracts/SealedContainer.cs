using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Sealed blobs of any length in a container, written and read in constant memory: nothing of them is open on any disk.</summary>
/// <param name="container">The container.</param>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class SealedContainer(BlobContainerClient container, IKeyRingSource keys, NonceSource nonces)
{
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    /// <summary>Seals a blob as it is made. It is as it was before until all is written.</summary>
    public async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var ring = await keys.GetAsync(cancellationToken);
        await Blob(name).WriteAsync(async (target, token) =>
        {
            await using var content = new PulledStream(write);
            await SealedStream.SealAsync(content, target, name, ring, nonces, token);
        }, cancellationToken);
    }

    /// <summary>Seals bytes.</summary>
    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(name, (target, token) => target.WriteAsync(content, token).AsTask(), cancellationToken);

    /// <summary>Seals bytes where there is nothing of the name.</summary>
    /// <returns>False when there is.</returns>
    public async Task<bool> TryAddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using var plain = new MemoryStream(content.ToArray());
        using var whole = new MemoryStream();
        await SealedStream.SealAsync(plain, whole, name, await keys.GetAsync(cancellationToken), nonces, cancellationToken);
        whole.Position = 0;
        try
        {
            await Blob(name).UploadAsync(whole, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>Opens a blob, as it is read. That it was changed or cut off is told while it is read.</summary>
    public async Task<Stream> OpenAsync(string name, CancellationToken cancellationToken)
    {
        var ring = await keys.GetAsync(cancellationToken);
        return new PulledStream(async (target, token) =>
        {
            await using var content = await Blob(name).OpenReadAsync(cancellationToken: token);
            await SealedStream.OpenAsync(content, target, name, ring, token);
        });
    }

    /// <summary>A blob opened whole, for what is small; null when it is not there.</summary>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            var found = await Blob(name).DownloadContentAsync(cancellationToken);
            using var opened = new MemoryStream();
            await SealedStream.OpenAsync(found.Value.Content.ToStream(), opened, name, await keys.GetAsync(cancellationToken), cancellationToken);
            return opened.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>Names of the blobs that begin so, in order.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string prefix, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    /// <summary>Deletes all blobs that begin so.</summary>
    public async Task DeleteAsync(string prefix, CancellationToken cancellationToken)
    {
        foreach (var name in await ListAsync(prefix, cancellationToken))
        {
            await Blob(name).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    private BlobClient Blob(string name) => container.GetBlobClient(name);
}
