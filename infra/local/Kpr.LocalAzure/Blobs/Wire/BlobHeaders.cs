using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;

namespace Kpr.LocalAzure.Blobs.Wire;

/// <summary>Writes and reads the headers of blob requests.</summary>
internal static class BlobHeaders
{
    private const string MetadataPrefix = "x-ms-meta-";

    public static void Add(this Request request, RequestConditions? conditions)
    {
        SetIf(request, "If-Match", conditions?.IfMatch?.ToString("H"));
        SetIf(request, "If-None-Match", conditions?.IfNoneMatch?.ToString("H"));
        SetIf(request, "If-Modified-Since", conditions?.IfModifiedSince?.ToString("R", CultureInfo.InvariantCulture));
        SetIf(request, "If-Unmodified-Since", conditions?.IfUnmodifiedSince?.ToString("R", CultureInfo.InvariantCulture));
    }

    public static void Add(this Request request, BlobHttpHeaders? headers)
    {
        SetIf(request, "x-ms-blob-content-type", headers?.ContentType);
        SetIf(request, "x-ms-blob-content-encoding", headers?.ContentEncoding);
        SetIf(request, "x-ms-blob-content-language", headers?.ContentLanguage);
        SetIf(request, "x-ms-blob-content-disposition", headers?.ContentDisposition);
        SetIf(request, "x-ms-blob-cache-control", headers?.CacheControl);
        SetIf(request, "x-ms-blob-content-md5", headers?.ContentHash is { } hash ? Convert.ToBase64String(hash) : null);
    }

    public static void Add(this Request request, IDictionary<string, string>? metadata)
    {
        foreach (var (name, value) in metadata ?? new Dictionary<string, string>())
        {
            request.Headers.Add(MetadataPrefix + name, value);
        }
    }

    public static string? Text(this Response response, string name) => response.Headers.TryGetValue(name, out var value) ? value : null;

    // The text as it came, quotes and all: Azure.Core's own reading of the header drops them.
    public static ETag ETag(this Response response) => response.Text("ETag") is { } text ? new ETag(text) : default;

    public static DateTimeOffset Time(this Response response, string name) =>
        DateTimeOffset.TryParse(response.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;

    public static byte[]? Hash(this Response response, string name) => response.Text(name) is { } text ? Convert.FromBase64String(text) : null;

    public static long Length(this Response response) => long.Parse(response.Text("Content-Length") ?? "0", CultureInfo.InvariantCulture);

    public static int BlockCount(this Response response) => int.Parse(response.Text("x-ms-blob-committed-block-count") ?? "0", CultureInfo.InvariantCulture);

    public static BlobType BlobType(this Response response) => ParseBlobType(response.Text("x-ms-blob-type")) ?? Azure.Storage.Blobs.Models.BlobType.Block;

    public static BlobType? ParseBlobType(string? text) => text switch
    {
        "BlockBlob" => Azure.Storage.Blobs.Models.BlobType.Block,
        "PageBlob" => Azure.Storage.Blobs.Models.BlobType.Page,
        "AppendBlob" => Azure.Storage.Blobs.Models.BlobType.Append,
        _ => null,
    };

    public static Dictionary<string, string> Metadata(this Response response)
    {
        var metadata = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
        {
            if (header.Name.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            {
                metadata[header.Name[MetadataPrefix.Length..]] = header.Value;
            }
        }

        return metadata;
    }

    public static BlobContentInfo ContentInfo(this Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.Time("Last-Modified"),
        ContentHash = response.Hash("Content-MD5"),
    };

    public static BlobProperties Properties(this Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.Time("Last-Modified"),
        CreatedOn = response.Time("x-ms-creation-time"),
        Metadata = response.Metadata(),
        BlobType = response.BlobType(),
        BlobCommittedBlockCount = response.BlockCount(),
        ContentLength = response.Length(),
        ContentType = response.Text("Content-Type"),
        ContentHash = response.Hash("Content-MD5"),
        ContentEncoding = response.Text("Content-Encoding"),
        ContentLanguage = response.Text("Content-Language"),
        ContentDisposition = response.Text("Content-Disposition"),
        CacheControl = response.Text("Cache-Control"),
    };

    public static BlobDownloadDetails DownloadDetails(this Response response) => new()
    {
        ETag = response.ETag(),
        LastModified = response.Time("Last-Modified"),
        Metadata = response.Metadata(),
        BlobType = response.BlobType(),
        ContentLength = response.Length(),
        ContentType = response.Text("Content-Type"),
        ContentHash = response.Hash("Content-MD5"),
        BlobContentHash = response.Hash("x-ms-blob-content-md5"),
        ContentRange = response.Text("Content-Range"),
        ContentEncoding = response.Text("Content-Encoding"),
    };

    private static void SetIf(Request request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.SetValue(name, value);
        }
    }
}
