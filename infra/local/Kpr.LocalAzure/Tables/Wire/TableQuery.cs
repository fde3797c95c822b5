using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Kpr.LocalAzure.Tables.Wire;

/// <summary>The Query Entities request and its answer.</summary>
internal static class TableQuery
{
    public static async Task<Page<T>> ReadAsync<T>(
        TableConnection connection, string table, string? filter, IEnumerable<string>? select, string? token, int? size, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var message = connection.Message(RequestMethod.Get, $"{table}()");
        message.AppendQuery("$filter", filter);
        message.AppendQuery("$top", size?.ToString(CultureInfo.InvariantCulture));
        message.AppendQuery("$select", select is null ? null : string.Join(',', select));
        var next = token?.Split(' ', 2) ?? [];
        message.AppendQuery("NextPartitionKey", next.ElementAtOrDefault(0));
        message.AppendQuery("NextRowKey", next.ElementAtOrDefault(1));

        var response = await connection.SendAsync(message, cancellationToken, 200);
        using var json = JsonDocument.Parse(response.Content);
        T[] rows = [.. json.RootElement.GetProperty("value").EnumerateArray().Select(EntityReader.Read<T>)];
        var following = response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)
            ? $"{partition} {(response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row) ? row : "")}"
            : null;
        return Page<T>.FromValues(rows, following, response);
    }

    public static void AppendQuery(this HttpMessage message, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            message.Request.Uri.AppendQuery(name, value, escapeValue: true);
        }
    }
}
