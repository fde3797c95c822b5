using System.Net;
using System.Text.Json;
using Kpr.Functions.Ingest;

namespace Kpr.Local.Running;

/// <summary>What has become of a file, asked as a sender asks: over HTTP.</summary>
internal static class FileStatusHttp
{
    /// <summary>Asks for a version of a file.</summary>
    /// <param name="http">Reaches the HTTP functions.</param>
    /// <param name="key">Key of the version.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Nulls when nobody has claimed it yet.</returns>
    /// <exception cref="HttpRequestException">The app cannot be reached, refuses, or fails.</exception>
    public static async Task<(FileState? State, string? Receipt, string? Reason)> FindAsync(HttpClient http, string key, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri($"api/files/{key}", UriKind.Relative), cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return default;
        }

        answer.EnsureSuccessStatusCode();
        using var status = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellation));
        return (
            Enum.Parse<FileState>(status.RootElement.GetProperty("state").GetString()!), status.RootElement.GetProperty("receipt").GetString(),
            status.RootElement.GetProperty("reason").GetString());
    }
}
