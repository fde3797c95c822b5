using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Access;
using Kpr.Functions.Applications.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Kpr.Local.Playing;

/// <summary>
/// The HTTP interface as parties use it: each with a token of its own, a key for every command, and the version of the case that it saw last. A command that
/// was carried out before, under the same key, gives the same answer.
/// </summary>
internal sealed class CaseDoor : IDisposable
{
    private const int Tries = 20;

    private readonly HttpClient _http;
    private readonly LocalIssuer _issuer;
    private readonly CaseStore _store;
    private readonly TimeProvider _clock;

    /// <summary>Opens the door of a system.</summary>
    public CaseDoor(LocalSystem system, TimeProvider clock)
    {
        _http = new HttpClient { BaseAddress = system.Host.Address };
        _issuer = LocalIssuer.Open(system.Services.GetRequiredService<IOptions<AccessOptions>>().Value.LocalKeys);
        _store = system.Services.GetRequiredService<CaseStore>();
        _clock = clock;
    }

    /// <summary>Gives a step's command.</summary>
    /// <param name="id">Id of the case.</param>
    /// <param name="step">The step; one with a command.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>Where the case stood when it was carried out; or why it was refused.</returns>
    /// <exception cref="InvalidOperationException">The system answered something that is neither.</exception>
    public async Task<(Phase? Phase, StageRefusal? Refusal)> GiveAsync(string id, PlayStep step, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var version = (await _store.LoadAsync(id, cancellation)).State.Version;
            using var request = Request(id, step, version);
            using var answer = await _http.SendAsync(request, cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            if (answer.IsSuccessStatusCode)
            {
                return (JsonSerializer.Deserialize<Phase>(JsonNode.Parse(body)!["phase"], HttpJson.Options), null);
            }

            // Time may have passed in the case since it was read: then it is looked at again.
            if (answer.StatusCode != HttpStatusCode.PreconditionFailed || attempt == Tries)
            {
                return (null, Refusal(body, answer.StatusCode));
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _issuer.Dispose();
    }

    /// <summary>Id that a case will have when somebody starts it under a name.</summary>
    public static string IdOf(Actor starter, string name) => CaseId.Of(starter.Subject, name);

    private HttpRequestMessage Request(string id, PlayStep step, long version)
    {
        var starts = step.Do == "start";
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(starts ? "api/cases" : $"api/cases/{id}/{step.Do}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _issuer.Mint(step.As!, _clock.GetUtcNow()));
        request.Headers.Add("Idempotency-Key", starts ? step.Case : string.Create(CultureInfo.InvariantCulture, $"{step.Case}/{step.Line}"));
        if (!starts)
        {
            request.Headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
        }

        if (step.With.ValueKind != JsonValueKind.Undefined)
        {
            request.Content = new StringContent(step.With.GetRawText(), Encoding.UTF8, "application/json");
        }

        return request;
    }

    // Numbers of the case's own catalogue are refusals; any other problem is a fault of the play or the system.
    private static StageRefusal Refusal(string body, HttpStatusCode status)
    {
        try
        {
            if (JsonNode.Parse(body) is JsonObject problem && (int?)problem["number"] is { } number && RefusalCatalogue.All.Any(refusal => refusal.Number == number))
            {
                return new StageRefusal(number, (string?)problem["title"] ?? "", [.. problem["about"]?.AsArray().Select(about => (string)about!) ?? []]);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new InvalidOperationException($"The applications answered {(int)status}: {body}");
    }
}
