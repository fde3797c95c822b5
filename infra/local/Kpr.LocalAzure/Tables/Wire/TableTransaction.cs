using System.Globalization;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Kpr.LocalAzure.Storage;

namespace Kpr.LocalAzure.Tables.Wire;

/// <summary>Several steps in one request, all or nothing: a change set in a multipart body.</summary>
internal static class TableTransaction
{
    public static async Task<Response<IReadOnlyList<Response>>> SubmitAsync(TableConnection connection, string table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        var batch = $"batch_{Guid.NewGuid()}";
        using var message = connection.Message(RequestMethod.Post, "$batch");
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary={batch}");
        message.Request.Content = RequestContent.Create(Body(connection.Endpoint, table, actions, batch));
        var raw = await connection.Pipeline.SendAsync(message, async: true, cancellationToken, 202);

        var parts = TransactionPart.ReadAll(raw.Content.ToString(), raw.ClientRequestId);
        if (parts.FirstOrDefault(part => part.Status >= 400) is { } refusal)
        {
            throw Refused(refusal);
        }

        return parts.Count == actions.Count
            ? Response.FromValue<IReadOnlyList<Response>>(parts, raw)
            : throw new InvalidOperationException($"The service answered {parts.Count} of {actions.Count} actions: {raw.Content}");
    }

    // The message of a refusal begins with the position of the action, "1:The specified entity already exists."
    private static TableTransactionFailedException Refused(TransactionPart refusal)
    {
        var failed = new RequestFailedException(refusal, null, new StorageErrorParser());
        var colon = failed.Message.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && int.TryParse(failed.Message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            failed.Data["FailedEntity"] = failed.Message[..colon];
        }

        return new TableTransactionFailedException(failed);
    }

    private static BinaryData Body(Uri endpoint, string table, IReadOnlyList<TableTransactionAction> actions, string batch)
    {
        var changes = $"changeset_{Guid.NewGuid()}";
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changes}\r\n\r\n");
        foreach (var action in actions)
        {
            body.Append(CultureInfo.InvariantCulture, $"--{changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            Append(body, endpoint, table, action);
        }

        body.Append(CultureInfo.InvariantCulture, $"--{changes}--\r\n\r\n--{batch}--\r\n");
        return BinaryData.FromString(body.ToString());
    }

    private static void Append(StringBuilder body, Uri endpoint, string table, TableTransactionAction action)
    {
        var (method, conditional) = action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", false),
            TableTransactionActionType.UpdateMerge => ("PATCH", true),
            TableTransactionActionType.UpdateReplace => ("PUT", true),
            TableTransactionActionType.Delete => ("DELETE", true),
            TableTransactionActionType.UpsertMerge => ("PATCH", false),
            _ => ("PUT", false),
        };
        var path = method == "POST" ? table : TableConnection.RowPath(table, action.Entity.PartitionKey, action.Entity.RowKey);
        body.Append(CultureInfo.InvariantCulture, $"{method} {endpoint.AbsoluteUri.TrimEnd('/')}/{path} HTTP/1.1\r\nAccept: application/json;odata=minimalmetadata\r\nDataServiceVersion: 3.0\r\n");
        if (conditional)
        {
            var etag = action.ETag == default ? ETag.All : action.ETag;
            body.Append(CultureInfo.InvariantCulture, $"If-Match: {etag:H}\r\n");
        }

        if (method == "DELETE")
        {
            body.Append("\r\n");
            return;
        }

        body.Append("Prefer: return-no-content\r\nContent-Type: application/json;odata=nometadata\r\n\r\n");
        body.Append(Encoding.UTF8.GetString(EntityWriter.Write(action.Entity).Span)).Append("\r\n");
    }
}
