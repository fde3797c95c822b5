using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Kpr.LocalAzure.Blobs.Wire;
using Kpr.LocalAzure.Storage;

namespace Azure.Storage.Blobs;

/// <summary>A block blob: what <see cref="BlobBaseClient"/> can, and writing.</summary>
public class BlobClient : BlobBaseClient
{
    private const long Mebi = 1024 * 1024;

    /// <summary>For mocks.</summary>
    protected BlobClient()
    {
    }

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public BlobClient(string connectionString, string blobContainerName, string blobName)
        : this(connectionString, blobContainerName, blobName, null!)
    {
    }

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public BlobClient(string connectionString, string blobContainerName, string blobName, BlobClientOptions options)
        : this(StorageConnectionString.Parse(connectionString), blobContainerName, blobName, options)
    {
    }

    /// <summary>Creates a client that shows tokens of a credential.</summary>
    public BlobClient(Uri blobUri, TokenCredential credential, BlobClientOptions? options = null)
        : base(blobUri, BlobConnection.Create(blobUri, credential, options))
    {
    }

    internal BlobClient(Uri uri, BlobConnection connection)
        : base(uri, connection)
    {
    }

    private BlobClient(StorageConnectionString account, string blobContainerName, string blobName, BlobClientOptions? options)
        : base(StorageUri.Append(StorageUri.Append(account.BlobEndpoint, blobContainerName), blobName.Trim('/')), BlobConnection.Create(account, options))
    {
    }

    /// <summary>Uploads the rest of a stream as a new blob.</summary>
    /// <exception cref="RequestFailedException">409 BlobAlreadyExists; 404 ContainerNotFound.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content) => UploadAsync(content, overwrite: false);

    /// <summary>Uploads the rest of a stream.</summary>
    /// <exception cref="RequestFailedException">409 BlobAlreadyExists unless <paramref name="overwrite"/>; 404 ContainerNotFound.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(Stream content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content, Options(overwrite), cancellationToken);

    /// <summary>Uploads the rest of a stream, replacing an existing blob unless a condition forbids it. Long or unseekable streams go as blocks.</summary>
    /// <exception cref="ArgumentException">A stream with content stands at its end.</exception>
    /// <exception cref="RequestFailedException">412 ConditionNotMet; 409 BlobAlreadyExists for If-None-Match *; 404 ContainerNotFound.</exception>
    public virtual async Task<Response<BlobContentInfo>> UploadAsync(Stream content, BlobUploadOptions? options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.CanSeek && content.Length > 0 && content.Position >= content.Length)
        {
            throw new ArgumentException("content.Position must be less than content.Length. Please set content.Position to the start of the data to upload.");
        }

        long? length = content.CanSeek ? content.Length - content.Position : null;
        var single = options?.TransferOptions.InitialTransferSize ?? 256 * Mebi;
        if (length < single)
        {
            using var message = PutMessage(options?.HttpHeaders, options?.Metadata, options?.Conditions, new RestOfStream(content));
            var stored = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 201);
            return Response.FromValue(stored.ContentInfo(), stored);
        }

        var block = options?.TransferOptions.MaximumTransferSize ?? (length < 100 * Mebi ? 4 : 8) * Mebi;
        var upload = new BlockUpload(Connection, Uri, options?.HttpHeaders, options?.Metadata);
        await upload.StageAllAsync(content, Math.Min(single, block), block, cancellationToken);
        var committed = await upload.CommitAsync(options?.Conditions, async: true, cancellationToken);
        return Response.FromValue(committed.ContentInfo(), committed);
    }

    /// <summary>Uploads bytes as a new blob.</summary>
    /// <exception cref="RequestFailedException">409 BlobAlreadyExists; 404 ContainerNotFound.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content) => UploadAsync(content, overwrite: false);

    /// <summary>Uploads bytes.</summary>
    /// <exception cref="RequestFailedException">409 BlobAlreadyExists unless <paramref name="overwrite"/>; 404 ContainerNotFound.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default) =>
        UploadAsync(content.ToStream(), Options(overwrite), cancellationToken);

    /// <summary>Uploads bytes, replacing an existing blob unless a condition forbids it.</summary>
    /// <exception cref="RequestFailedException">412 ConditionNotMet; 409 BlobAlreadyExists for If-None-Match *; 404 ContainerNotFound.</exception>
    public virtual Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, BlobUploadOptions? options, CancellationToken cancellationToken = default) =>
        UploadAsync(content.ToStream(), options, cancellationToken);

    /// <summary>
    /// Opens a stream that writes the blob: empty from now on, filled whenever the stream is flushed or disposed, also
    /// when it is disposed because of an exception.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="overwrite"/> is false.</exception>
    /// <exception cref="RequestFailedException">412 ConditionNotMet; 409 BlobAlreadyExists for If-None-Match *; 404 ContainerNotFound.</exception>
    public virtual async Task<Stream> OpenWriteAsync(bool overwrite, BlobOpenWriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!overwrite)
        {
            throw new ArgumentException("BlockBlobClient.OpenWrite only supports overwriting");
        }

        using var message = PutMessage(options?.HttpHeaders, options?.Metadata, options?.OpenConditions, RequestContent.Create(ReadOnlyMemory<byte>.Empty));
        var empty = await Connection.Pipeline.SendAsync(message, async: true, cancellationToken, 201);
        var upload = new BlockUpload(Connection, Uri, options?.HttpHeaders, options?.Metadata);
        return new BlobWriteStream(upload, empty.ETag(), checked((int)(options?.BufferSize ?? 4 * Mebi)));
    }

    private HttpMessage PutMessage(BlobHttpHeaders? headers, IDictionary<string, string>? metadata, BlobRequestConditions? conditions, RequestContent content)
    {
        var message = Connection.Message(RequestMethod.Put, Uri);
        message.Request.Headers.SetValue("x-ms-blob-type", "BlockBlob");
        message.Request.Headers.SetValue("Content-Type", "application/octet-stream");
        message.Request.Add(headers);
        message.Request.Add(metadata);
        message.Request.Add(conditions);
        message.Request.Content = content;
        return message;
    }

    private static BlobUploadOptions Options(bool overwrite) =>
        overwrite ? new BlobUploadOptions() : new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
}
