using Azure.Core;
using Azure.Storage.Blobs.Models;
using Kpr.LocalAzure.Blobs.Wire;
using Kpr.LocalAzure.Storage;

namespace Azure.Storage.Blobs.Specialized;

/// <summary>A blob of any kind: reading, properties and deletion.</summary>
public class BlobBaseClient
{
    /// <summary>For mocks.</summary>
    protected BlobBaseClient() => (Uri, Connection) = (null!, null!);

    internal BlobBaseClient(Uri uri, BlobConnection connection) => (Uri, Connection) = (uri, connection);

    internal BlobConnection Connection { get; }

    /// <summary>Address of the blob.</summary>
    public virtual Uri Uri { get; }

    /// <summary>Name of the account.</summary>
    public virtual string AccountName => StorageUri.AccountName(Uri);

    /// <summary>Name of the container.</summary>
    public virtual string BlobContainerName => Uri.UnescapeDataString(StorageUri.Resource(Uri).Split('/', 2)[0]);

    /// <summary>Name of the blob in its container.</summary>
    public virtual string Name => Uri.UnescapeDataString(StorageUri.Resource(Uri).Split('/', 2)[1]);

    /// <summary>Whether the blob exists; false also without its container.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Connection.Message(RequestMethod.Head, Uri);
        var response = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 200, 404);
        return response.Status == 200 ? Response.FromValue(true, response)
            : IsNotFound(response) ? Response.FromValue(false, response)
            : throw new RequestFailedException(response);
    }

    /// <summary>Reads the properties of the blob.</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound; 304 or 412 ConditionNotMet.</exception>
    public virtual async Task<Response<BlobProperties>> GetPropertiesAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        var response = await HeadAsync(conditions, async: true, cancellationToken);
        return Response.FromValue(response.Properties(), response);
    }

    /// <summary>Replaces the metadata; null clears it.</summary>
    /// <exception cref="RequestFailedException">404; 412 ConditionNotMet; 400 InvalidMetadata.</exception>
    public virtual async Task<Response<BlobInfo>> SetMetadataAsync(IDictionary<string, string>? metadata, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        using var message = Connection.Message(RequestMethod.Put, Uri, ("comp", "metadata"));
        message.Request.Add(metadata);
        message.Request.Add(conditions);
        var response = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 200);
        return Response.FromValue(new BlobInfo { ETag = response.ETag(), LastModified = response.Time("Last-Modified") }, response);
    }

    /// <summary>Deletes the blob.</summary>
    /// <exception cref="RequestFailedException">404; 412 ConditionNotMet; 409 SnapshotsPresent.</exception>
    public virtual async Task<Response> DeleteAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        using var message = DeleteMessage(snapshotsOption, conditions);
        return await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 202);
    }

    /// <summary>Deletes the blob; false if there was none.</summary>
    /// <exception cref="RequestFailedException">412 ConditionNotMet; 409 SnapshotsPresent.</exception>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(
        DeleteSnapshotsOption snapshotsOption = DeleteSnapshotsOption.None, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        using var message = DeleteMessage(snapshotsOption, conditions);
        var response = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 202, 404);
        return response.Status == 202 ? Response.FromValue(true, response)
            : IsNotFound(response) ? Response.FromValue(false, response)
            : throw new RequestFailedException(response);
    }

    /// <summary>Downloads the blob into memory.</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound.</exception>
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync() => DownloadContentAsync(CancellationToken.None);

    /// <summary>Downloads the blob into memory.</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound.</exception>
    public virtual Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken) => DownloadContentAsync(null, cancellationToken);

    /// <summary>Downloads the blob, or a part of it, into memory. A condition on change that says "unchanged" gives an answer of status 304 without value.</summary>
    /// <exception cref="RequestFailedException">404; 412 ConditionNotMet; 416 InvalidRange.</exception>
    public virtual async Task<Response<BlobDownloadResult>> DownloadContentAsync(BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var message = GetMessage(options?.Range ?? default, options?.Conditions);
        var response = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 200, 206, 304);
        return response.Status == 304
            ? new NoBodyResponse<BlobDownloadResult>(response)
            : Response.FromValue(new BlobDownloadResult(response.Content, response.DownloadDetails()), response);
    }

    /// <summary>Opens the blob, or a part of it, as a stream from the network. A condition on change that says "unchanged" gives an answer of status 304 without value.</summary>
    /// <exception cref="RequestFailedException">404; 412 ConditionNotMet; 416 InvalidRange.</exception>
    public virtual async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var message = GetMessage(options?.Range ?? default, options?.Conditions);
        message.BufferResponse = false;
        var response = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 200, 206, 304);
        return response.Status == 304
            ? new NoBodyResponse<BlobDownloadStreamingResult>(response)
            : Response.FromValue(new BlobDownloadStreamingResult(message.ExtractResponseContent() ?? Stream.Null, response.DownloadDetails()), response);
    }

    /// <summary>Opens the blob as a stream that fetches a buffer at a time; replaced meanwhile, the next fetch fails with 412.</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, already here.</exception>
    public virtual Task<Stream> OpenReadAsync(long position = 0, int? bufferSize = null, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default) =>
        OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { Position = position, BufferSize = bufferSize, Conditions = conditions }, cancellationToken);

    /// <summary>Opens the blob as a stream that fetches a buffer at a time.</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, already here.</exception>
    public virtual Task<Stream> OpenReadAsync(bool allowBlobModifications, long position = 0, int? bufferSize = null, CancellationToken cancellationToken = default) =>
        OpenReadAsync(new BlobOpenReadOptions(allowBlobModifications) { Position = position, BufferSize = bufferSize }, cancellationToken);

    /// <summary>Opens the blob as a stream that fetches a buffer at a time.</summary>
    /// <exception cref="RequestFailedException">404 BlobNotFound or ContainerNotFound, already here; 412 ConditionNotMet.</exception>
    public virtual async Task<Stream> OpenReadAsync(BlobOpenReadOptions options, CancellationToken cancellationToken = default)
    {
        var properties = await HeadAsync(options.Conditions, async: true, cancellationToken);
        return new BlobReadStream(this, options, properties.ETag(), properties.Length());
    }

    internal async Task<Response> HeadAsync(RequestConditions? conditions, bool async, CancellationToken cancellationToken)
    {
        using var message = Connection.Message(RequestMethod.Head, Uri);
        message.Request.Add(conditions);
        return await Connection.Pipeline.SendAsync(message, async, cancellationToken, 200);
    }

    internal HttpMessage GetMessage(HttpRange range, RequestConditions? conditions)
    {
        var message = Connection.Message(RequestMethod.Get, Uri);
        message.Request.Add(conditions);
        if (range != default)
        {
            message.Request.Headers.SetValue("x-ms-range", range.ToString());
        }

        return message;
    }

    private HttpMessage DeleteMessage(DeleteSnapshotsOption snapshotsOption, BlobRequestConditions? conditions)
    {
        var message = Connection.Message(RequestMethod.Delete, Uri);
        message.Request.Add(conditions);
        if (snapshotsOption != DeleteSnapshotsOption.None)
        {
            message.Request.Headers.SetValue("x-ms-delete-snapshots", snapshotsOption == DeleteSnapshotsOption.OnlySnapshots ? "only" : "include");
        }

        return message;
    }

    private static bool IsNotFound(Response response) =>
        response.Text("x-ms-error-code") is { } code && (code == BlobErrorCode.BlobNotFound || code == BlobErrorCode.ContainerNotFound);
}
