using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Kpr.Functions.Azure;

/// <summary>Small blobs that are read whole, and written only when they are as the writer saw them.</summary>
internal static class JsonBlobs
{
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    /// <summary>Reads a blob; null when it is not there.</summary>
    public static async Task<BlobDownloadResult?> FindAsync(this BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await blob.DownloadContentAsync(cancellationToken)).Value;
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            return null;
        }
    }

    /// <summary>Writes a blob when it is as it was seen.</summary>
    /// <param name="blob">The blob.</param>
    /// <param name="content">What to write.</param>
    /// <param name="seen">The ETag it had; null when it was not there.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False when somebody else has written it meanwhile.</returns>
    public static async Task<bool> TryWriteAsync(this BlobClient blob, ReadOnlyMemory<byte> content, ETag? seen, CancellationToken cancellationToken)
    {
        var conditions = seen is { } known ? new BlobRequestConditions { IfMatch = known } : new BlobRequestConditions { IfNoneMatch = ETag.All };
        try
        {
            await blob.UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { Conditions = conditions }, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is Conflict or PreconditionFailed)
        {
            return false;
        }
    }

    /// <summary>Writes a blob as JSON when it is as it was seen.</summary>
    /// <returns>False when somebody else has written it meanwhile.</returns>
    public static Task<bool> TryWriteAsync<T>(this BlobClient blob, T content, JsonTypeInfo<T> form, ETag? seen, CancellationToken cancellationToken) =>
        blob.TryWriteAsync(JsonSerializer.SerializeToUtf8Bytes(content, form), seen, cancellationToken);
}
