using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Sealing;
using Kpr.Functions.Azure;

namespace Kpr.Functions.Persons;

/// <summary>
/// Sealed blobs, opened and sealed anew. Open content is never on disk, and what somebody else wrote meanwhile is left as it is.
/// </summary>
/// <param name="keys">The register's keys.</param>
/// <param name="nonces">Where nonces come from.</param>
public sealed class SealedBlobs(IKeyRingSource keys, NonceSource nonces)
{
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;
    private const string End = ".sealed";

    /// <summary>The sealed blobs of a container, in order of their names.</summary>
    public static async IAsyncEnumerable<BlobClient> ListAsync(BlobContainerClient container, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            if (blob.Name.EndsWith(End, StringComparison.Ordinal))
            {
                yield return container.GetBlobClient(blob.Name);
            }
        }
    }

    /// <summary>The key version that a blob is sealed with; null when the blob is gone.</summary>
    public static async Task<int?> FindVersionAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            var head = await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(0, SealedStream.HeadLength) }, cancellationToken);
            await using var content = head.Value.Content;
            var bytes = new byte[SealedStream.HeadLength];
            var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
            return SealedStream.VersionOf(bytes.AsSpan(0, read));
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>Opens a blob.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="sealedAs">The name that it is sealed under.</param>
    /// <param name="target">Takes the open content.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The version that was opened; null when the blob is gone.</returns>
    public async Task<ETag?> OpenAsync(BlobClient blob, string sealedAs, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            var found = await blob.DownloadStreamingAsync(new BlobDownloadOptions(), cancellationToken);
            await using var content = found.Value.Content;
            await SealedStream.OpenAsync(content, target, sealedAs, await keys.GetAsync(cancellationToken), cancellationToken);
            return found.Value.Details.ETag;
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>Seals content into a blob.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="sealedAs">The name that it is sealed under.</param>
    /// <param name="content">What is sealed.</param>
    /// <param name="version">The version in whose place it goes; null when there must be none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when somebody else has written or deleted the blob meanwhile.</returns>
    public async Task<bool> TryWriteAsync(BlobClient blob, string sealedAs, Stream content, ETag? version, CancellationToken cancellationToken)
    {
        using var sealedContent = new MemoryStream();
        await SealedStream.SealAsync(content, sealedContent, sealedAs, await keys.GetAsync(cancellationToken), nonces, cancellationToken);
        return await TryUploadAsync(blob, sealedContent, version, cancellationToken);
    }

    /// <summary>Seals a blob anew, under the newest key.</summary>
    /// <returns>False when somebody else has written or deleted the blob meanwhile.</returns>
    public async Task<bool> TryResealAsync(BlobClient blob, string sealedAs, CancellationToken cancellationToken)
    {
        try
        {
            var found = await blob.DownloadStreamingAsync(new BlobDownloadOptions(), cancellationToken);
            await using var content = found.Value.Content;
            await using var spool = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
            await SealedStream.ResealAsync(content, spool, sealedAs, await keys.GetAsync(cancellationToken), nonces, cancellationToken);
            return await TryUploadAsync(blob, spool, found.Value.Details.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return false;
        }
    }

    /// <summary>Deletes a blob, if it is still the version that was opened.</summary>
    /// <returns>False when somebody else has written it meanwhile.</returns>
    public static async Task<bool> TryDeleteAsync(BlobClient blob, ETag version, CancellationToken cancellationToken)
    {
        try
        {
            await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.None, new BlobRequestConditions { IfMatch = version }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == PreconditionFailed)
        {
            return false;
        }
    }

    private static async Task<bool> TryUploadAsync(BlobClient blob, Stream content, ETag? version, CancellationToken cancellationToken)
    {
        const int Conflict = 409;
        content.Position = 0;
        var conditions = version is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.UploadAsync(content, new BlobUploadOptions { Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is PreconditionFailed or NotFound or Conflict)
        {
            return false;
        }
    }
}
