using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications.Access;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Tests.Applications;

/// <summary>The applications app behind its HTTP interface, and everybody who has business with it.</summary>
internal sealed class CaseHttp : IAsyncDisposable
{
    // As a sender writes them, nulls and all.
    private static readonly JsonSerializerOptions Sent = new(CaseJson.Received) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };

    /// <summary>A file that begins as a PDF does.</summary>
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");

    private readonly HttpClient _http;
    private readonly LocalIssuer _issuer;

    private CaseHttp(TestSystem test)
    {
        Test = test;
        _issuer = LocalIssuer.Open(test.Get<IOptions<AccessOptions>>().Value.LocalKeys);
        _http = new HttpClient { BaseAddress = test.System.Host.Address };
    }

    public TestSystem Test { get; }

    public static async Task<CaseHttp> StartAsync(params (string Name, string Value)[] settings) => new(await TestSystem.StartAsync(options =>
        TestSystem.Only(type => type.Namespace is { } slice && (slice.StartsWith("Kpr.Functions.Applications", StringComparison.Ordinal) || slice.StartsWith("Kpr.Functions.Extracts", StringComparison.Ordinal) || slice.StartsWith("Kpr.Functions.Linkages", StringComparison.Ordinal) || (slice.StartsWith("Kpr.Functions.Billing", StringComparison.Ordinal) && type != typeof(Kpr.Functions.Billing.Triggers.SweepBills) && type != typeof(Kpr.Functions.Billing.Triggers.ReconcileBillsTrigger))))(TestSystem.With(settings)(options))));

    /// <summary>The whole system, intake and all.</summary>
    public static async Task<CaseHttp> StartWholeAsync(params (string Name, string Value)[] settings) => new(await TestSystem.StartAsync(settings.Length == 0 ? null : TestSystem.With(settings)));

    /// <summary>A token that was issued so long from now: before, when negative.</summary>
    public string Token(Actor actor, TimeSpan from = default) => _issuer.Mint(actor, Test.Clock.GetUtcNow() + from);

    /// <summary>Sends a request as somebody; nobody when null.</summary>
    public async Task<CaseReply> SendAsync(HttpMethod method, string address, Actor? actor, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, $"api{address}") { Content = content };
        // What is refused by its length alone is not sent.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 1_000_000;
        if (actor is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token(actor));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http.SendAsync(request);
        return await CaseReply.ReadAsync(response);
    }

    public Task<CaseReply> GetAsync(Actor? actor, string address) => SendAsync(HttpMethod.Get, address, actor);

    /// <summary>Starts an application.</summary>
    public Task<CaseReply> StartCaseAsync(Actor actor, object with, string? key = null) =>
        SendAsync(HttpMethod.Post, "/cases", actor, Body(with), ("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    /// <summary>Gives a command on a version.</summary>
    public Task<CaseReply> DoAsync(Actor actor, string id, string command, long version, object? with = null, string? key = null) =>
        SendAsync(HttpMethod.Post, $"/cases/{id}/{command}", actor, with is null ? null : Body(with), ("Idempotency-Key", key ?? Guid.NewGuid().ToString()), ("If-Match", $"\"{version}\""));

    /// <summary>Gives a command on the version that there is; again where the case's own flow was faster.</summary>
    public async Task<CaseReply> DoAsync(Actor actor, string id, CaseCommand command)
    {
        while (true)
        {
            var version = (await Test.Get<Kpr.Functions.Applications.CaseStore>().LoadAsync(id, CancellationToken.None)).State.Version;
            var reply = await DoAsync(actor, id, CommandCatalogue.Of(command).Name, version, command);
            if (reply.Status != 412)
            {
                return reply;
            }
        }
    }

    public Task<CaseReply> AttachAsync(Actor actor, string id, string attachment, string kind, string fileName, byte[] content, long version, string? type = null)
    {
        var body = new ByteArrayContent(content);
        if (type is not null)
        {
            body.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return SendAsync(HttpMethod.Put, $"/cases/{id}/attachments/{attachment}?kind={kind}&fileName={Uri.EscapeDataString(fileName)}", actor, body,
            ("Idempotency-Key", Guid.NewGuid().ToString()), ("If-Match", $"\"{version}\""));
    }

    /// <summary>Id of a new draft of three events.</summary>
    public async Task<string> DraftAsync()
    {
        var started = await StartCaseAsync(Actors.Applicant, new { kind = "statistics" });
        Assert.Equal(3, (await DoAsync(Actors.Applicant, started.Id, new SaveDraft(Filled.Statistics()))).Version);
        return started.Id;
    }

    /// <summary>Id of a new application.</summary>
    public async Task<string> SubmittedAsync()
    {
        var id = await DraftAsync();
        await AttachAsync(Actors.Applicant, id, Filled.Mockup, "table-mockup", "tabell.pdf", Pdf, 3);
        Assert.Equal(200, (await DoAsync(Actors.Applicant, id, new Submit())).Status);
        return id;
    }

    /// <summary>What a refusal says.</summary>
    public static (int Status, int Number) Told(CaseReply reply) => (reply.Status, reply.Number);

    public static JsonContent Body(object with) =>
        with is CaseCommand ? JsonContent.Create(JsonSerializer.SerializeToElement(with, with.GetType(), Sent)) : JsonContent.Create(with);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _issuer.Dispose();
        await Test.DisposeAsync();
    }
}
