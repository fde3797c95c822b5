using System.Net.Http.Json;
using System.Text;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Tests.Cases;

namespace Kpr.Functions.Tests.Applications;

public sealed class CaseHttpTests : IAsyncLifetime
{
    private CaseHttp _http = null!;

    public async Task InitializeAsync() => _http = await CaseHttp.StartAsync();

    public async Task DisposeAsync() => await _http.DisposeAsync();

    [Fact]
    public async Task A_students_application_goes_from_draft_to_review_over_http()
    {
        var started = await _http.StartCaseAsync(Actors.Applicant, new { kind = "statistics" }, "start-1");
        Assert.Equal((201, $"/api/cases/{started.Id}", $"\"{started.Version}\""), (started.Status, started.Location, started.ETag));
        var id = started.Id;
        Assert.Equal(started.Text, (await _http.StartCaseAsync(Actors.Applicant, new { kind = "statistics" }, "start-1")).Text);

        var saved = await _http.DoAsync(Actors.Applicant, id, "save-draft", started.Version, new SaveDraft(Filled.Statistics()));
        Assert.Equal((200, $"\"{saved.Version}\""), (saved.Status, saved.ETag));

        var attached = await _http.AttachAsync(Actors.Applicant, id, Filled.Mockup, "table-mockup", "tabell.pdf", CaseHttp.Pdf, saved.Version);
        Assert.Equal((202, $"/api/cases/{id}/attachments/{Filled.Mockup}/status"), (attached.Status, attached.Location));
        Assert.Equal("clean", (string?)(await _http.GetAsync(Actors.Applicant, $"/cases/{id}/attachments/{Filled.Mockup}/status")).Json["scan"]);
        var submitted = await _http.DoAsync(Actors.Applicant, id, new Submit());
        Assert.Equal((200, "submitted", "Mottatt"), (submitted.Status, (string?)submitted.Json["phase"], (string?)submitted.Json["norwegian"]));

        Assert.Equal(id, (string?)(await _http.GetAsync(Actors.Coordinator, "/cases")).Json["cases"]![0]!["entry"]!["case"]);
        await _http.DoAsync(Actors.Coordinator, id, new StartIntake());
        await _http.DoAsync(Actors.Coordinator, id, new AssignHandler(Actors.Handler.Subject));
        var complete = await _http.DoAsync(Actors.Handler, id, new DeclareComplete());
        Assert.Equal((200, "in-review"), (complete.Status, (string?)complete.Json["phase"]));

        var view = await _http.GetAsync(Actors.Applicant, $"/cases/{id}");
        Assert.Equal((200, complete.ETag, "Fastlegekontakter"), (view.Status, view.ETag, (string?)view.Json["content"]!["project"]!["title"]));
        var timeline = await _http.GetAsync(Actors.Applicant, $"/cases/{id}/timeline");
        Assert.Equal(complete.Version, timeline.Json["events"]!.AsArray().Count);
        Assert.Contains(timeline.Json["clocks"]!.AsArray(), clock => (string?)clock!["clock"] == "make-available" && clock["why"]!.AsArray().Count > 1);
        Assert.DoesNotContain("handler-1", timeline.Text, StringComparison.Ordinal);
        var next = await _http.GetAsync(Actors.Handler, $"/cases/{id}/next");
        Assert.Contains(next.Json["commands"]!.AsArray(), step => (string?)step!["command"] == "recommend");
        Assert.Equal("handler", (string?)next.Json["turns"]![0]!["role"]);
        var completeness = await _http.GetAsync(Actors.Handler, $"/cases/{id}/completeness");
        Assert.NotNull(completeness.Json["gates"]);
        Assert.Null((await _http.GetAsync(Actors.Applicant, $"/cases/{id}/completeness")).Json["gates"]);
        var diff = await _http.GetAsync(Actors.Handler, $"/cases/{id}/versions/1/diff");
        Assert.Contains(diff.Json["changes"]!.AsArray(), change => (string?)change!["path"] == "project");
        Assert.Equal(404, (await _http.GetAsync(Actors.Handler, $"/cases/{id}/versions/7/diff")).Status);
        Assert.Equal(404, (await _http.GetAsync(Actors.Handler, $"/cases/{id}/appeal-bundle")).Status);
        await AssertEventsAsync(id);
    }

    [Fact]
    public async Task A_write_without_key_or_version_is_refused_and_a_late_one_told_the_new_state()
    {
        var id = await _http.DraftAsync();
        var body = new { subject = "editor-1", mayWrite = true };
        Assert.Equal((428, 1010), CaseHttp.Told(await SendAsync(id, body, ("If-Match", "\"3\""))));
        Assert.Equal((428, 1011), CaseHttp.Told(await SendAsync(id, body, ("Idempotency-Key", "k"))));
        Assert.Equal((428, 1010), CaseHttp.Told(await _http.SendAsync(HttpMethod.Post, "/cases", Actors.Applicant, JsonContent.Create(new { kind = "statistics" }))));
        foreach (var tag in new[] { "*", "3", "W/\"3\"", "\"x\"", "\"\"", "\"99999999999999999999\"" })
        {
            Assert.Equal((400, 1012), CaseHttp.Told(await SendAsync(id, body, ("Idempotency-Key", "k"), ("If-Match", tag))));
        }

        foreach (var key in new[] { "with space", new string('k', 201) })
        {
            Assert.Equal((400, 1012), CaseHttp.Told(await SendAsync(id, body, ("Idempotency-Key", key), ("If-Match", "\"3\""))));
        }

        var now = (await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).ETag!;
        Assert.Equal(200, (await SendAsync(id, body, ("Idempotency-Key", "first"), ("If-Match", now))).Status);
        var late = await SendAsync(id, new { subject = "editor-2", mayWrite = true }, ("Idempotency-Key", "second"), ("If-Match", now));
        Assert.Equal((412, 1013), CaseHttp.Told(late));
        Assert.Equal(late.ETag, $"\"{late.Json["current"]!["version"]}\"");
        Assert.Equal((422, 1014), CaseHttp.Told(await SendAsync(id, new { subject = "editor-2", mayWrite = true }, ("Idempotency-Key", "first"), ("If-Match", now))));
        Assert.Equal(200, (await SendAsync(id, body, ("Idempotency-Key", "first"), ("If-Match", now))).Status);
    }

    [Fact]
    public async Task Whatever_is_no_command_is_refused_with_a_number_and_never_with_a_crash()
    {
        var id = await _http.DraftAsync();
        (string Text, string Type, int Status, int Number)[] bodies =
        [
            ("{", "application/json", 400, 1022), ("[]", "application/json", 400, 1022), ("null", "application/json", 400, 1022), ("\"x\"", "application/json", 400, 1022),
            ("{\"subject\":\"a\",\"subject\":\"b\"}", "application/json", 400, 1022), (new string('[', 100), "application/json", 400, 1022),
            ("{\"subject\":\"a\"}", "text/plain", 415, 1023), ("{\"subject\":\"a\"}", "application/json; charset=utf-16", 415, 1023),
            ("{}", "application/json", 400, 321), ("{\"subject\":null}", "application/json", 400, 321), ("{\"subject\":7}", "application/json", 400, 321),
            ("{\"subject\":\"a\",\"admin\":true}", "application/json", 400, 321), ("{\"subject\":\"a\",\"mayWrite\":\"yes\"}", "application/json", 400, 321),
            ($"{{\"subject\":\"{new string('a', 20_001)}\"}}", "application/json", 400, 322), ("{\"subject\":\"a\\u0000b\"}", "application/json", 400, 322),
            ("{\"subject\":\"a\\ud800b\"}", "application/json", 400, 322), ("{\"\\ud800\":\"a\"}", "application/json", 400, 1022),
            ($"{{\"subject\":\"{new string('a', 2_000_000)}\"}}", "application/json", 413, 1021),
        ];
        foreach (var (text, type, status, number) in bodies)
        {
            var content = new StringContent(text);
            content.Headers.Remove("Content-Type");
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            var reply = await _http.SendAsync(HttpMethod.Post, $"/cases/{id}/invite-editor", Actors.Applicant, content, ("Idempotency-Key", Guid.NewGuid().ToString()), ("If-Match", "\"3\""));
            Assert.True((status, number) == CaseHttp.Told(reply), $"{text[..Math.Min(60, text.Length)]} ({type}): {reply.Status} {reply.Number}");
        }

        Assert.Equal((404, 320), CaseHttp.Told(await _http.DoAsync(Actors.Applicant, id, "no-such-command", 3)));
        Assert.Equal((404, 320), CaseHttp.Told(await _http.DoAsync(Actors.Applicant, id, "start", 3)));
        Assert.Equal((403, 101), CaseHttp.Told(await _http.DoAsync(Actors.Applicant, "sak'%20or%201", "submit", 3)));
        Assert.Equal((404, 1020), CaseHttp.Told(await _http.GetAsync(Actors.Applicant, "/cases/%2e%2e%5cx")));
    }

    [Fact]
    public async Task Script_stays_text_and_is_never_answered_as_a_page()
    {
        const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        var id = await _http.DraftAsync();
        var content = Filled.Statistics() with { Project = new ProjectSection(Script, Script) };
        Assert.Equal(200, (await _http.DoAsync(Actors.Applicant, id, new SaveDraft(content))).Status);

        foreach (var address in new[] { $"/cases/{id}", "/cases", $"/cases/{id}/next", $"/cases/{id}/versions/current/diff" })
        {
            var reply = await _http.GetAsync(Actors.Applicant, address);
            Assert.Equal((200, "application/json", "nosniff"), (reply.Status, reply.Type, reply.Headers["X-Content-Type-Options"]));
            Assert.DoesNotContain("<script", reply.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(Script, (string?)(await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).Json["content"]!["project"]!["title"]);
        var refused = await _http.DoAsync(Actors.Applicant, id, "remove-editor", (await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).Version, new { subject = Script });
        Assert.Equal((409, 203), CaseHttp.Told(refused));
        Assert.DoesNotContain("<script", refused.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_has_no_token_or_a_wrong_one_gets_no_further()
    {
        var id = await _http.DraftAsync();
        foreach (var address in new[] { "/cases", $"/cases/{id}", $"/cases/{id}/next", $"/cases/{id}/attachments/a" })
        {
            var reply = await _http.GetAsync(null, address);
            Assert.Equal((401, 1001, "Bearer"), (reply.Status, reply.Number, reply.Headers["WWW-Authenticate"]));
            Assert.Equal((401, 1002), CaseHttp.Told(await _http.SendAsync(HttpMethod.Get, address, null, null, ("Authorization", "Bearer not.a.token"))));
            Assert.Equal((401, 1001), CaseHttp.Told(await _http.SendAsync(HttpMethod.Get, address, null, null, ("Authorization", "Basic dTpw"))));
        }

        var old = _http.Token(Actors.Applicant);
        _http.Test.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal((401, 1002), CaseHttp.Told(await _http.SendAsync(HttpMethod.Get, $"/cases/{id}", null, null, ("Authorization", $"Bearer {old}"))));
        Assert.Equal(200, (await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).Status);
        Assert.Equal(200, (await _http.GetAsync(null, "/forecast")).Status);
    }

    [Fact]
    public async Task A_change_is_asked_for_by_those_whose_decision_it_is()
    {
        var id = await _http.SubmittedAsync();
        var changes = new { kind = "statistics", changes = new { @case = id, decisionVersion = 1 } };
        Assert.Equal((403, 101), CaseHttp.Told(await _http.StartCaseAsync(Actors.Stranger, changes)));
        Assert.Equal(201, (await _http.StartCaseAsync(Actors.Applicant, changes)).Status);
    }

    private Task<CaseReply> SendAsync(string id, object body, params (string, string)[] headers) =>
        _http.SendAsync(HttpMethod.Post, $"/cases/{id}/invite-editor", Actors.Applicant, JsonContent.Create(body), headers);

    private async Task AssertEventsAsync(string id)
    {
        Assert.Equal((403, 1025), CaseHttp.Told(await _http.GetAsync(Actors.Applicant, $"/cases/{id}/events")));
        var first = await _http.GetAsync(Actors.Handler, $"/cases/{id}/events?take=4");
        var rest = await _http.GetAsync(Actors.Handler, ((string)first.Json["next"]!)[4..]);
        var hash = EventChain.Start;
        foreach (var item in first.Json["events"]!.AsArray().Concat(rest.Json["events"]!.AsArray()))
        {
            hash = EventChain.Next(hash, Encoding.UTF8.GetBytes(item!["event"]!.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = CaseJson.Stored.Encoder })));
            Assert.Equal(hash, (string?)item["hash"]);
        }
    }
}
