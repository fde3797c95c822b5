using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Access;

namespace Kpr.Local.Demo;

/// <summary>The HTTP interface as people of the demo use it, each with a token of their own.</summary>
/// <param name="http">The system.</param>
/// <param name="issuer">The local issuer of tokens.</param>
internal sealed class DemoHttp(HttpClient http, LocalIssuer issuer)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Asks until the answer is as it should be, or two minutes are over.</summary>
    /// <returns>The last answer.</returns>
    public async Task<JsonNode> UntilAsync(string address, Actor by, Predicate<JsonNode> there, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var seen = await SendAsync(HttpMethod.Get, address, by, null, cancellation);
            if (there(seen) || waited > Longest)
            {
                return seen;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task<JsonNode> SendAsync(HttpMethod method, string address, Actor by, HttpContent? content, CancellationToken cancellation, string? version = null)
    {
        using var answer = await AnswerAsync(method, address, by, content, version, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : throw new InvalidOperationException($"{method} {address}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>A file.</summary>
    public async Task<byte[]> BytesAsync(string address, Actor by, CancellationToken cancellation)
    {
        using var answer = await AnswerAsync(HttpMethod.Get, address, by, null, null, cancellation);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellation);
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string address, Actor by, HttpContent? content, string? version, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Mint(by, TimeProvider.System.GetUtcNow()));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"demo-{address}");
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return http.SendAsync(request, cancellation);
    }
}
