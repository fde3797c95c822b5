using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Kpr.LocalAzure.Storage;
using Kpr.LocalAzure.Tables.Wire;

namespace Azure.Data.Tables;

/// <summary>A table of rows.</summary>
public class TableClient
{
    private readonly TableConnection _connection = null!;

    /// <summary>For mocks.</summary>
    protected TableClient() => Name = null!;

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>Creates a client from a connection string.</summary>
    /// <exception cref="FormatException">It does not name an account and a key.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions? options = null)
        : this(tableName, TableConnection.Create(connectionString, options))
    {
    }

    /// <summary>Creates a client that shows tokens of a credential.</summary>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions? options = null)
        : this(tableName, TableConnection.Create(endpoint, tokenCredential, options))
    {
    }

    internal TableClient(string name, TableConnection connection) => (Name, _connection) = (name, connection);

    /// <summary>Name of the table.</summary>
    public virtual string Name { get; }

    /// <summary>Name of the account.</summary>
    public virtual string AccountName => StorageUri.AccountName(_connection.Endpoint);

    /// <summary>Address of the table.</summary>
    public virtual Uri Uri => StorageUri.Append(_connection.Endpoint, Name);

    /// <summary>Builds a filter from an interpolated string: its values become literals, quoted as need be.</summary>
    /// <exception cref="ArgumentException">A value has no literal.</exception>
    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Create(filter);

    /// <summary>Creates the table unless it exists; then the answer's raw status is 409.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default)
    {
        var response = await _connection.CreateTableAsync(Name, cancellationToken);
        if (response.Status == 409)
        {
            var refusal = new RequestFailedException(response, null, new StorageErrorParser());
            if (refusal.ErrorCode != TableErrorCode.TableAlreadyExists)
            {
                throw refusal;
            }
        }

        return Response.FromValue(new TableItem(Name), response);
    }

    /// <summary>Deletes the table; if there is none, the answer's status is 404.</summary>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(_connection.Message(RequestMethod.Delete, $"Tables('{Name}')"), cancellationToken, 204, 404);

    /// <summary>Reads a row.</summary>
    /// <typeparam name="T">A <see cref="TableEntity"/>, or a class whose public properties are columns.</typeparam>
    /// <exception cref="RequestFailedException">404 ResourceNotFound or TableNotFound.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _connection.SendAsync(GetMessage(partitionKey, rowKey, select), cancellationToken, 200);
        return Response.FromValue(Row<T>(response), response);
    }

    /// <summary>Reads a row, if there is one; then only the answer has a value.</summary>
    /// <typeparam name="T">A <see cref="TableEntity"/>, or a class whose public properties are columns.</typeparam>
    /// <exception cref="RequestFailedException">The service refused.</exception>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await _connection.SendAsync(GetMessage(partitionKey, rowKey, select), cancellationToken, 200, 404);
        return response.Status == 200 ? Response.FromValue(Row<T>(response), response) : new NoBodyResponse<T>(response);
    }

    /// <summary>Adds a row. The object is not given the new entity tag: that is in the answer's headers.</summary>
    /// <exception cref="RequestFailedException">409 EntityAlreadyExists; 404 TableNotFound; 400.</exception>
    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
        return _connection.SendAsync(_connection.Message(RequestMethod.Post, Name, EntityWriter.Write(entity)), cancellationToken, 201, 204);
    }

    /// <summary>Changes a row that exists.</summary>
    /// <param name="entity">The row; its own entity tag is not looked at.</param>
    /// <param name="ifMatch">The tag the stored row must have; <see cref="ETag.All"/> is any.</param>
    /// <param name="mode">What becomes of properties it does not name. A null never takes a property away.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    /// <exception cref="ArgumentException">The tag is the default.</exception>
    /// <exception cref="RequestFailedException">404 ResourceNotFound; 412 UpdateConditionNotSatisfied.</exception>
    public virtual Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
        {
            throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));
        }

        return WriteAsync(entity, ifMatch, mode, cancellationToken);
    }

    /// <summary>Adds a row, or changes it.</summary>
    /// <exception cref="RequestFailedException">404 TableNotFound; 400.</exception>
    public virtual Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity => WriteAsync(entity, null, mode, cancellationToken);

    /// <summary>Deletes a row; if there is none, the answer's status is 404.</summary>
    /// <param name="partitionKey">First half of the key.</param>
    /// <param name="rowKey">Second half of the key.</param>
    /// <param name="ifMatch">The tag the stored row must have; default is any.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied.</exception>
    public virtual Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        var message = _connection.Message(RequestMethod.Delete, TableConnection.RowPath(Name, partitionKey, rowKey));
        message.Request.Headers.SetValue("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        return _connection.SendAsync(message, cancellationToken, 204, 404);
    }

    /// <summary>Deletes a row; if there is none, the answer's status is 404. The row's own entity tag is not looked at.</summary>
    /// <exception cref="RequestFailedException">412 UpdateConditionNotSatisfied.</exception>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <summary>Reads rows in ordinal order of their keys. Nothing is sent before the first is asked for.</summary>
    /// <param name="filter">In the service's filter language; null is all rows.</param>
    /// <param name="maxPerPage">Most rows of one request, at most 1000.</param>
    /// <param name="select">The columns to read; null is all.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new StoragePageable<T>((token, size, cancellation) => TableQuery.ReadAsync<T>(_connection, Name, filter, select, token, size, cancellation), maxPerPage, cancellationToken);

    /// <summary>Carries out up to 100 steps in one partition, all or none.</summary>
    /// <returns>An answer for each step, in order.</returns>
    /// <exception cref="InvalidOperationException">There are no steps.</exception>
    /// <exception cref="TableTransactionFailedException">A step was refused.</exception>
    public virtual Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions, "transactionalBatch");
        TableTransactionAction[] actions = [.. transactionActions];
        return actions.Length > 0
            ? TableTransaction.SubmitAsync(_connection, Name, actions, cancellationToken)
            : throw new InvalidOperationException("The batch contains no entity operations.");
    }

    private Task<Response> WriteAsync(ITableEntity entity, ETag? ifMatch, TableUpdateMode mode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey, nameof(entity.PartitionKey));
        ArgumentNullException.ThrowIfNull(entity.RowKey, nameof(entity.RowKey));
        var method = mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch;
        var message = _connection.Message(method, TableConnection.RowPath(Name, entity.PartitionKey, entity.RowKey), EntityWriter.Write(entity));
        if (ifMatch is { } tag)
        {
            message.Request.Headers.SetValue("If-Match", tag.ToString("H"));
        }

        return _connection.SendAsync(message, cancellationToken, 204);
    }

    private HttpMessage GetMessage(string partitionKey, string rowKey, IEnumerable<string>? select)
    {
        var message = _connection.Message(RequestMethod.Get, TableConnection.RowPath(Name, partitionKey, rowKey));
        message.AppendQuery("$select", select is null ? null : string.Join(',', select));
        return message;
    }

    private static T Row<T>(Response response)
        where T : class, ITableEntity
    {
        using var json = JsonDocument.Parse(response.Content);
        return EntityReader.Read<T>(json.RootElement);
    }
}
