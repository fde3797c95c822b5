using System.Text.Json.Nodes;

namespace Kpr.Functions.Tests.Applications;

/// <summary>An answer over HTTP.</summary>
internal sealed record CaseReply(int Status, string? Type, string Text, string? ETag, string? Location, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    /// <summary>Number of the problem; 0 when there is none.</summary>
    public int Number => Type == "application/problem+json" ? (int)Json["number"]! : 0;

    public string Id => (string)Json["case"]!;

    public long Version => (long)Json["version"]!;

    public static async Task<CaseReply> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(),
        response.Headers.ETag?.Tag, response.Headers.Location?.OriginalString,
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase));
}
