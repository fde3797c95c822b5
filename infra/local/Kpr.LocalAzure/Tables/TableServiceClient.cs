using Azure.Core;
using Azure.Data.Tables.Models;
using Kpr.LocalAzure.Storage;
using Kpr.LocalAzure.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A storage account's table service.</summary>
public class TableServiceClient
{
    private readonly TableConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public TableServiceClient(string connectionString, TableClientOptions? options = null) => _connection = TableConnection.Create(connectionString, options);

    /// <summary>Creates a client that shows tokens of a credential.</summary>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null) =>
        _connection = TableConnection.Create(endpoint, tokenCredential, options);

    /// <summary>Address of the service.</summary>
    public virtual Uri Uri => _connection.Endpoint;

    /// <summary>Name of the account.</summary>
    public virtual string AccountName => StorageUri.AccountName(Uri);

    /// <summary>A client for a table; nothing is sent.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(tableName, _connection);
    }

    /// <summary>Creates a table unless it exists; then the answer's raw status is 409.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);
}
