using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Access;

namespace Kpr.Local.Demo;

/// <summary>The HTTP interface as people of the demo use it, each with a token of their own.</summary>
/// <param name="http">The system.</param>
/// <param name="issuer">The local issuer of tokens.</param>
/// <param name="clock">The system's clock: tokens are of its time.</param>
/// <param name="name">What the people work at: with the address it makes the key under which a request is known again.</param>
internal sealed class DemoHttp(HttpClient http, LocalIssuer issuer, TimeProvider clock, string name)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>JSON as the body of a request.</summary>
    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    /// <summary>Asks until the answer is as it should be, or two minutes of this machine are over.</summary>
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
    /// <exception cref="HttpRequestException">It was refused.</exception>
    public async Task<JsonNode> SendAsync(HttpMethod method, string address, Actor by, HttpContent? content, CancellationToken cancellation)
    {
        using var answer = await AnswerAsync(method, address, by, content, cancellation);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))!;
    }

    /// <summary>A file.</summary>
    /// <exception cref="HttpRequestException">It was refused.</exception>
    public async Task<byte[]> BytesAsync(string address, Actor by, CancellationToken cancellation)
    {
        using var answer = await AnswerAsync(HttpMethod.Get, address, by, null, cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpMethod method, string address, Actor by, HttpContent? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", issuer.Mint(by, clock.GetUtcNow()));
        request.Headers.TryAddWithoutValidation("Idempotency-Key", $"{name}/{address}");
        var answer = await http.SendAsync(request, cancellation);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw new HttpRequestException($"{method} {address}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}", null, answer.StatusCode);
        }
    }
}
