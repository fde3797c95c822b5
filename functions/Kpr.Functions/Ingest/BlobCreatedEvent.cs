using System.Text.Json.Serialization;

namespace Kpr.Functions.Ingest;

/// <summary>A CloudEvent (1.0) of type Microsoft.Storage.BlobCreated, as far as it is used.</summary>
/// <param name="Type">Type of the event.</param>
/// <param name="Subject">Address of the blob: <c>/blobServices/default/containers/{container}/blobs/{name}</c>.</param>
/// <param name="Payload">What is told of the blob.</param>
public sealed record BlobCreatedEvent(
    string Type, string? Subject = null, [property: JsonPropertyName("data")] BlobCreatedEvent.BlobPayload? Payload = null)
{
    /// <summary>The type that is taken.</summary>
    public const string BlobCreated = "Microsoft.Storage.BlobCreated";

    private const string SubjectStart = "/blobServices/default/containers/" + Azure.Containers.Incoming + "/blobs/";

    /// <summary>The event that tells of a file, for those who drive a file on.</summary>
    public static BlobCreatedEvent Of(IncomingFile file) =>
        new(BlobCreated, SubjectStart + file.BlobName, new BlobPayload(file.ETag, "PutBlob"));

    /// <summary>The file that the event tells of; null when it tells of none that is taken in.</summary>
    public IncomingFile? File() =>
        Type == BlobCreated && Subject is not null && Subject.StartsWith(SubjectStart, StringComparison.Ordinal) && Payload?.ETag is { Length: > 0 } etag
            ? IncomingFile.Of(Subject[SubjectStart.Length..], etag)
            : null;

    /// <summary>What is told of the blob.</summary>
    /// <param name="ETag">Its ETag.</param>
    /// <param name="Api">The call that made it.</param>
    public sealed record BlobPayload([property: JsonPropertyName("eTag")] string? ETag = null, string? Api = null);
}
