using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Azure;
using Azure.Core;

namespace Kpr.LocalAzure.Storage;

/// <summary>Reads code and message of a refusal: a header, an XML body (blobs) or a JSON body (tables).</summary>
internal sealed class StorageErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        data = null;
        var (code, message) = Body(response);
        if (response.Headers.TryGetValue("x-ms-error-code", out var header))
        {
            code = header;
        }

        error = code is null ? null : new ResponseError(code, message);
        return error is not null;
    }

    private static (string? Code, string? Message) Body(Response response)
    {
        if (response.ContentStream is not { CanSeek: true, Length: > 0 } || response.Headers.ContentType is not { } type)
        {
            return default;
        }

        try
        {
            if (type.Contains("json", StringComparison.OrdinalIgnoreCase))
            {
                using var json = JsonDocument.Parse(response.Content);
                var error = json.RootElement.GetProperty("odata.error");
                return (error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString());
            }

            if (type.Contains("xml", StringComparison.OrdinalIgnoreCase))
            {
                var root = XDocument.Parse(response.Content.ToString().TrimStart('\uFEFF')).Root!;
                return ((string?)root.Element("Code"), (string?)root.Element("Message"));
            }
        }
        catch (Exception malformed) when (malformed is JsonException or XmlException or KeyNotFoundException or InvalidOperationException)
        {
            // Not the error document of a storage service: the status speaks for itself.
        }

        return default;
    }
}
