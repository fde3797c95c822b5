using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Kpr.LocalAzure.Blobs.Wire;
using Kpr.LocalAzure.Storage;

namespace Azure.Storage.Blobs;

/// <summary>A container of blobs.</summary>
public class BlobContainerClient
{
    private readonly BlobConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected BlobContainerClient() => Uri = null!;

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public BlobContainerClient(string connectionString, string blobContainerName)
        : this(connectionString, blobContainerName, null!)
    {
    }

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public BlobContainerClient(string connectionString, string blobContainerName, BlobClientOptions options)
    {
        var account = StorageConnectionString.Parse(connectionString);
        Uri = StorageUri.Append(account.BlobEndpoint, blobContainerName);
        _connection = BlobConnection.Create(account, options);
    }

    /// <summary>Creates a client that shows tokens of a credential.</summary>
    public BlobContainerClient(Uri blobContainerUri, TokenCredential credential, BlobClientOptions? options = null)
    {
        Uri = blobContainerUri;
        _connection = BlobConnection.Create(blobContainerUri, credential, options);
    }

    internal BlobContainerClient(Uri uri, BlobConnection connection) => (Uri, _connection) = (uri, connection);

    /// <summary>Address of the container.</summary>
    public virtual Uri Uri { get; }

    /// <summary>Name of the account.</summary>
    public virtual string AccountName => StorageUri.AccountName(Uri);

    /// <summary>Name of the container.</summary>
    public virtual string Name => Uri.UnescapeDataString(StorageUri.Resource(Uri));

    /// <summary>A client for a blob; nothing is sent. Slashes around the name are dropped.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public virtual BlobClient GetBlobClient(string blobName) => new(BlobUri(blobName), _connection);

    /// <summary>A client for an append blob; nothing is sent.</summary>
    protected internal virtual AppendBlobClient GetAppendBlobClientCore(string blobName) => new(BlobUri(blobName), _connection);

    /// <summary>Creates the container unless it exists; then the answer is null.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<Response<BlobContainerInfo>> CreateIfNotExistsAsync(
        PublicAccessType publicAccessType = PublicAccessType.None,
        IDictionary<string, string>? metadata = null,
        BlobContainerEncryptionScopeOptions? encryptionScopeOptions = null,
        CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Put);
        message.Request.Add(metadata);
        if (publicAccessType != PublicAccessType.None)
        {
            message.Request.Headers.SetValue("x-ms-blob-public-access", publicAccessType == PublicAccessType.Blob ? "blob" : "container");
        }

        try
        {
            var response = await _connection.Pipeline.SendAsync(message, async: true, cancellationToken, 201);
            return Response.FromValue(new BlobContainerInfo { ETag = response.ETag(), LastModified = response.Time("Last-Modified") }, response);
        }
        catch (RequestFailedException refused) when (refused.ErrorCode == BlobErrorCode.ContainerAlreadyExists)
        {
            return null!;
        }
    }

    /// <summary>Whether the container exists.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Head);
        var response = await _connection.Pipeline.SendAsync(message, async: true, cancellationToken, 200, 404);
        return response.Status == 200 ? Response.FromValue(true, response)
            : response.Text("x-ms-error-code") == BlobErrorCode.ContainerNotFound ? Response.FromValue(false, response)
            : throw new RequestFailedException(response);
    }

    /// <summary>Deletes the container with its blobs; false if there was none.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<Response<bool>> DeleteIfExistsAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
    {
        using var message = Message(RequestMethod.Delete);
        message.Request.Add(conditions);
        var response = await _connection.Pipeline.SendAsync(message, async: true, cancellationToken, 202, 404, 409);
        var code = response.Text("x-ms-error-code");
        return response.Status == 202 ? Response.FromValue(true, response)
            : code == BlobErrorCode.ContainerNotFound || code == BlobErrorCode.ContainerBeingDeleted ? Response.FromValue(false, response)
            : throw new RequestFailedException(response);
    }

    /// <summary>Lists blobs in ordinal order of their names.</summary>
    /// <param name="traits">What is told of each.</param>
    /// <param name="states">Which are listed beside the ordinary ones.</param>
    /// <param name="prefix">Only names that begin so; case matters.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public virtual AsyncPageable<BlobItem> GetBlobsAsync(
        BlobTraits traits = BlobTraits.None, BlobStates states = BlobStates.None, string? prefix = null, CancellationToken cancellationToken = default) =>
        new BlobPages(
            async (below, folder, marker, size, cancellation) =>
            {
                var (raw, root) = await BlobListing.ReadAsync(_connection, Uri, traits, states, below, folder ? "/" : null, marker, size, cancellation);
                return (Page<BlobItem>.FromValues([.. BlobListing.Blobs(root)], BlobListing.NextMarker(root), raw), [.. BlobListing.Prefixes(root)]);
            },
            prefix,
            cancellationToken);

    /// <summary>Lists as <see cref="GetBlobsAsync"/>, but names that go on beyond a delimiter are told once, as a prefix.</summary>
    public virtual AsyncPageable<BlobHierarchyItem> GetBlobsByHierarchyAsync(
        BlobTraits traits = BlobTraits.None, BlobStates states = BlobStates.None, string? delimiter = null, string? prefix = null, CancellationToken cancellationToken = default) =>
        new StoragePageable<BlobHierarchyItem>(
            async (marker, size, cancellation) =>
            {
                var (raw, root) = await BlobListing.ReadAsync(_connection, Uri, traits, states, prefix, delimiter, marker, size, cancellation);
                var prefixes = BlobListing.Prefixes(root).Select(begin => new BlobHierarchyItem(begin, null));
                var blobs = BlobListing.Blobs(root).Select(blob => new BlobHierarchyItem(null, blob));
                return Page<BlobHierarchyItem>.FromValues([.. prefixes, .. blobs], BlobListing.NextMarker(root), raw);
            },
            defaultPageSize: null,
            cancellationToken);

    private Uri BlobUri(string blobName)
    {
        ArgumentException.ThrowIfNullOrEmpty(blobName);
        return StorageUri.Append(Uri, blobName.Trim('/'));
    }

    private HttpMessage Message(RequestMethod method) => _connection.Message(method, Uri, ("restype", "container"));
}
