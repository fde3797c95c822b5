using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage;
using Kpr.LocalAzure.Storage;

namespace Kpr.LocalAzure.Tables.Wire;

/// <summary>What clients of one account share: the address, the pipeline, and the version they speak.</summary>
internal sealed record TableConnection(Uri Endpoint, HttpPipeline Pipeline, string Version)
{
    public static TableConnection Create(Uri endpoint, TokenCredential credential, TableClientOptions? options) =>
        Create(endpoint, new BearerTokenAuthenticationPolicy(credential, StoragePipeline.TokenScope), options);

    public static TableConnection Create(string connectionString, TableClientOptions? options)
    {
        var account = StorageConnectionString.Parse(connectionString);
        return Create(account.TableEndpoint, new TableSharedKeyPolicy(new StorageSharedKeyCredential(account.AccountName, account.AccountKey)), options);
    }

    private static TableConnection Create(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        return new TableConnection(
            endpoint,
            StoragePipeline.Build(options, "table", StorageUri.AccountName(endpoint), authentication),
            options.Version.ToString()[1..].Replace('_', '-'));
    }

    /// <summary>A request for something below the account; the path is given escaped.</summary>
    public HttpMessage Message(RequestMethod method, string path)
    {
        var message = Pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri($"{Endpoint.AbsoluteUri.TrimEnd('/')}/{path}"));
        message.Request.Headers.SetValue("x-ms-version", Version);
        message.Request.Headers.SetValue("DataServiceVersion", "3.0");
        message.Request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    public HttpMessage Message(RequestMethod method, string path, ReadOnlyMemory<byte> json)
    {
        var message = Message(method, path);
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Content = RequestContent.Create(json);
        return message;
    }

    public Task<Response> CreateTableAsync(string name, CancellationToken cancellationToken) =>
        SendAsync(Message(RequestMethod.Post, "Tables", JsonSerializer.SerializeToUtf8Bytes(new { TableName = name })), cancellationToken, 201, 204, 409);

    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, params int[] accepted)
    {
        using (message)
        {
            return await Pipeline.SendAsync(message, async: true, cancellationToken, accepted);
        }
    }

    /// <summary>Where a row is, escaped; quotes in a key are doubled.</summary>
    public static string RowPath(string table, string partitionKey, string rowKey) => string.Create(
        CultureInfo.InvariantCulture,
        $"{table}(PartitionKey='{Key(partitionKey)}',RowKey='{Key(rowKey)}')");

    private static string Key(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
