using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Memory;

namespace Kpr.Functions.Register.Memory;

/// <summary>A run that lies in a blob.</summary>
/// <param name="blob">The blob.</param>
/// <param name="length">Its length, as the manifest tells it.</param>
public sealed class BlobRun(BlobClient blob, long length) : IRunSource
{
    private const int InvalidRange = 416;

    /// <inheritdoc/>
    public string Name => blob.Name;

    /// <inheritdoc/>
    public long Length => length;

    /// <inheritdoc/>
    public async Task ReadAsync(long offset, Memory<byte> target, CancellationToken cancellationToken)
    {
        if (target.Length == 0)
        {
            return;
        }

        try
        {
            var part = await blob.DownloadStreamingAsync(new BlobDownloadOptions { Range = new HttpRange(offset, target.Length) }, cancellationToken);
            await using var content = part.Value.Content;
            await content.ReadExactlyAsync(target, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == InvalidRange)
        {
            throw new EndOfStreamException($"Blob {blob.Name} is shorter than {length} bytes.", e);
        }
    }
}
