using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kpr.Functions.Azure;

/// <summary>Blobs of any length, written as they are made.</summary>
internal static class BlobWriting
{
    /// <summary>Writes a blob in constant memory, block by block. It is as it was before until all is written; what fails in between leaves nothing.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="write">Writes its content to the stream that it is given.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task WriteAsync(this BlobClient blob, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        await using var content = new PulledStream(write);
        await blob.UploadAsync(content, new BlobUploadOptions(), cancellationToken);
    }
}
