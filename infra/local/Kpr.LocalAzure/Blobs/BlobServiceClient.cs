using Azure.Core;
using Kpr.LocalAzure.Blobs.Wire;
using Kpr.LocalAzure.Storage;

namespace Azure.Storage.Blobs;

/// <summary>A storage account's blob service.</summary>
public class BlobServiceClient
{
    private readonly BlobConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected BlobServiceClient() => Uri = null!;

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public BlobServiceClient(string connectionString)
        : this(connectionString, null!)
    {
    }

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public BlobServiceClient(string connectionString, BlobClientOptions options)
    {
        var account = StorageConnectionString.Parse(connectionString);
        Uri = account.BlobEndpoint;
        _connection = BlobConnection.Create(account, options);
    }

    /// <summary>Creates a client that shows tokens of a credential.</summary>
    public BlobServiceClient(Uri serviceUri, TokenCredential credential, BlobClientOptions? options = null)
    {
        Uri = serviceUri;
        _connection = BlobConnection.Create(serviceUri, credential, options);
    }

    /// <summary>Address of the service.</summary>
    public virtual Uri Uri { get; }

    /// <summary>Name of the account.</summary>
    public string AccountName => StorageUri.AccountName(Uri);

    /// <summary>A client for a container; nothing is sent.</summary>
    public virtual BlobContainerClient GetBlobContainerClient(string blobContainerName) => new(StorageUri.Append(Uri, blobContainerName), _connection);
}
