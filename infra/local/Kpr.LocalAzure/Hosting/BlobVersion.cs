using Azure.Storage.Blobs.Models;

namespace Kpr.LocalAzure.Hosting;

/// <summary>One version of a blob, as a listing told of it.</summary>
/// <param name="Name">Name of the blob.</param>
/// <param name="ETag">The version, without quotes.</param>
/// <param name="Length">Bytes of content.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Modified">When it was written.</param>
/// <param name="BlobType">The kind of blob.</param>
internal sealed record BlobVersion(string Name, string ETag, long Length, string? ContentType, DateTimeOffset Modified, string BlobType)
{
    public static BlobVersion Of(BlobItem item) => new(
        item.Name,
        item.Properties.ETag?.ToString().Trim('"') ?? "",
        item.Properties.ContentLength ?? 0,
        item.Properties.ContentType,
        item.Properties.LastModified ?? default,
        $"{item.Properties.BlobType ?? Azure.Storage.Blobs.Models.BlobType.Block}Blob");
}
