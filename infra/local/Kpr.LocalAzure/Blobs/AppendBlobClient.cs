using System.Globalization;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Kpr.LocalAzure.Blobs.Wire;
using Kpr.LocalAzure.Storage;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>A blob that is only ever added to.</summary>
public class AppendBlobClient : BlobBaseClient
{
    /// <summary>For mocks.</summary>
    protected AppendBlobClient()
    {
    }

    internal AppendBlobClient(Uri uri, BlobConnection connection)
        : base(uri, connection)
    {
    }

    /// <summary>Creates an empty blob unless there is one; then the answer is null.</summary>
    /// <exception cref="RequestFailedException">404 ContainerNotFound.</exception>
    public virtual async Task<Response<BlobContentInfo>> CreateIfNotExistsAsync(AppendBlobCreateOptions? options, CancellationToken cancellationToken = default)
    {
        using var message = Connection.Message(RequestMethod.Put, Uri);
        message.Request.Headers.SetValue("x-ms-blob-type", "AppendBlob");
        message.Request.Headers.SetValue("Content-Type", "application/octet-stream");
        message.Request.Add(options?.HttpHeaders);
        message.Request.Add(options?.Metadata);
        message.Request.Add(new BlobRequestConditions { IfNoneMatch = ETag.All });
        message.Request.Content = RequestContent.Create(ReadOnlyMemory<byte>.Empty);
        try
        {
            var response = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 201);
            return Response.FromValue(response.ContentInfo(), response);
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            return null!;
        }
    }

    /// <summary>Creates an empty blob unless there is one; then the answer is null.</summary>
    /// <exception cref="RequestFailedException">404 ContainerNotFound.</exception>
    public virtual Task<Response<BlobContentInfo>> CreateIfNotExistsAsync(
        BlobHttpHeaders? httpHeaders = null, IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default) =>
        CreateIfNotExistsAsync(new AppendBlobCreateOptions { HttpHeaders = httpHeaders, Metadata = metadata }, cancellationToken);

    /// <summary>Adds the rest of a stream at the end, all or nothing.</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound; 409 InvalidBlobType; 412 ConditionNotMet or AppendPositionConditionNotMet.</exception>
    public virtual async Task<Response<BlobAppendInfo>> AppendBlockAsync(Stream content, AppendBlobAppendBlockOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var message = Connection.Message(RequestMethod.Put, Uri, ("comp", "appendblock"));
        message.Request.Add(options?.Conditions);
        if (options?.Conditions?.IfAppendPositionEqual is { } position)
        {
            message.Request.Headers.SetValue("x-ms-blob-condition-appendpos", position.ToString(CultureInfo.InvariantCulture));
        }

        message.Request.Content = new RestOfStream(content);
        var response = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 201);
        var appended = new BlobAppendInfo
        {
            ETag = response.ETag(),
            LastModified = response.Time("Last-Modified"),
            BlobAppendOffset = response.Text("x-ms-blob-append-offset") ?? "",
            BlobCommittedBlockCount = response.BlockCount(),
        };
        return Response.FromValue(appended, response);
    }
}
