using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Kpr.Functions.Applications.Http;

/// <summary>Reads bodies within limits.</summary>
public static class RequestBody
{
    /// <summary>Most bytes of a command: some thousands of variables with their reasons.</summary>
    public const int LongestCommand = 2_000_000;

    private const int Deepest = 32;

    /// <summary>Reads a JSON object; nothing at all is an empty one.</summary>
    public static async Task<(JsonElement Body, ProblemResult? Problem)> ReadJsonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LongestCommand)
        {
            return (default, ProblemResult.Of(Problems.TooLarge));
        }

        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            content.Write(buffer.AsSpan(0, read));
            if (content.Length > LongestCommand)
            {
                return (default, ProblemResult.Of(Problems.TooLarge));
            }
        }

        if (content.Length == 0)
        {
            return (default, null);
        }

        if (!IsJson(request.ContentType))
        {
            return (default, ProblemResult.Of(Problems.NotJson));
        }

        try
        {
            using var document = JsonDocument.Parse(content.ToArray(), new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return document.RootElement.ValueKind == JsonValueKind.Object ? (document.RootElement.Clone(), null) : (default, ProblemResult.Of(Problems.BadJson));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The latter where half a character is escaped in a member's name.
            return (default, ProblemResult.Of(Problems.BadJson));
        }
    }

    private static bool IsJson(string? type) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out var media)
        && media.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (media.Charset.Length == 0 || media.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
