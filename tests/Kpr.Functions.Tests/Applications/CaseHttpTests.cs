using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Tests.Applications;

public sealed class CaseHttpTests : IAsyncLifetime
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
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

        var attached = await _http.AttachAsync(Actors.Applicant, id, Filled.Mockup, "table-mockup", "tabell.pdf", Pdf, saved.Version);
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
        var id = await DraftAsync();
        var body = new { subject = "editor-1", mayWrite = true };
        Assert.Equal((428, 1010), Told(await SendAsync(id, body, ("If-Match", "\"3\""))));
        Assert.Equal((428, 1011), Told(await SendAsync(id, body, ("Idempotency-Key", "k"))));
        Assert.Equal((428, 1010), Told(await _http.SendAsync(HttpMethod.Post, "/cases", Actors.Applicant, JsonContent.Create(new { kind = "statistics" }))));
        foreach (var tag in new[] { "*", "3", "W/\"3\"", "\"x\"", "\"\"", "\"99999999999999999999\"" })
        {
            Assert.Equal((400, 1012), Told(await SendAsync(id, body, ("Idempotency-Key", "k"), ("If-Match", tag))));
        }

        foreach (var key in new[] { "with space", new string('k', 201) })
        {
            Assert.Equal((400, 1012), Told(await SendAsync(id, body, ("Idempotency-Key", key), ("If-Match", "\"3\""))));
        }

        var now = (await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).ETag!;
        Assert.Equal(200, (await SendAsync(id, body, ("Idempotency-Key", "first"), ("If-Match", now))).Status);
        var late = await SendAsync(id, new { subject = "editor-2", mayWrite = true }, ("Idempotency-Key", "second"), ("If-Match", now));
        Assert.Equal((412, 1013), Told(late));
        Assert.Equal(late.ETag, $"\"{late.Json["current"]!["version"]}\"");
        Assert.Equal((422, 1014), Told(await SendAsync(id, new { subject = "editor-2", mayWrite = true }, ("Idempotency-Key", "first"), ("If-Match", now))));
        Assert.Equal(200, (await SendAsync(id, body, ("Idempotency-Key", "first"), ("If-Match", now))).Status);
    }

    [Fact]
    public async Task Whatever_is_no_command_is_refused_with_a_number_and_never_with_a_crash()
    {
        var id = await DraftAsync();
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
            Assert.True((status, number) == Told(reply), $"{text[..Math.Min(60, text.Length)]} ({type}): {reply.Status} {reply.Number}");
        }

        Assert.Equal((404, 320), Told(await _http.DoAsync(Actors.Applicant, id, "no-such-command", 3)));
        Assert.Equal((404, 320), Told(await _http.DoAsync(Actors.Applicant, id, "start", 3)));
        Assert.Equal((403, 101), Told(await _http.DoAsync(Actors.Applicant, "sak'%20or%201", "submit", 3)));
        Assert.Equal((404, 1020), Told(await _http.GetAsync(Actors.Applicant, "/cases/%2e%2e%5cx")));
    }

    [Fact]
    public async Task Script_stays_text_and_is_never_answered_as_a_page()
    {
        const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        var id = await DraftAsync();
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
        Assert.Equal((409, 203), Told(refused));
        Assert.DoesNotContain("<script", refused.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_has_no_token_or_a_wrong_one_gets_no_further()
    {
        var id = await DraftAsync();
        foreach (var address in new[] { "/cases", $"/cases/{id}", $"/cases/{id}/next", $"/cases/{id}/attachments/a" })
        {
            var reply = await _http.GetAsync(null, address);
            Assert.Equal((401, 1001, "Bearer"), (reply.Status, reply.Number, reply.Headers["WWW-Authenticate"]));
            Assert.Equal((401, 1002), Told(await _http.SendAsync(HttpMethod.Get, address, null, null, ("Authorization", "Bearer not.a.token"))));
            Assert.Equal((401, 1001), Told(await _http.SendAsync(HttpMethod.Get, address, null, null, ("Authorization", "Basic dTpw"))));
        }

        var old = _http.Token(Actors.Applicant);
        _http.Test.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal((401, 1002), Told(await _http.SendAsync(HttpMethod.Get, $"/cases/{id}", null, null, ("Authorization", $"Bearer {old}"))));
        Assert.Equal(200, (await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).Status);
        Assert.Equal(200, (await _http.GetAsync(null, "/forecast")).Status);
    }

    [Fact]
    public async Task Every_read_by_staff_is_in_the_audit_log_before_it_is_answered()
    {
        var id = await SubmittedAsync();
        await _http.GetAsync(Actors.Applicant, $"/cases/{id}");
        await _http.GetAsync(Actors.Stranger, $"/cases/{id}");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _http.GetAsync(Actors.Coordinator, $"/cases/{id}")));
        await _http.GetAsync(Actors.Auditor, $"/cases/{id}/timeline");

        var name = Assert.Single(await _http.Test.ListAsync(Containers.Audit, "cases/"));
        var log = await _http.Test.ReadAsync(Containers.Audit, name);
        var lines = Encoding.UTF8.GetString(log).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Null(AuditLog.FirstBroken(log));
        Assert.Equal(6, lines.Count);
        Assert.All(lines, line => Assert.Equal(("case-read", id), ((string?)line["action"], (string?)line["object"])));
        Assert.Equal("auditor:auditor-1", (string?)lines[^1]["actor"]);
        Assert.StartsWith("timeline v", (string?)lines[^1]["outcome"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_is_shown_in_a_list_is_in_the_audit_log_and_what_applicants_see_of_their_own_is_not()
    {
        var (one, other) = (await SubmittedAsync(), await SubmittedAsync());
        await _http.GetAsync(Actors.Applicant, "/cases");
        await _http.GetAsync(Actors.Handler, "/cases");
        Assert.Empty(await _http.Test.ListAsync(Containers.Audit, "lists/"));

        await _http.GetAsync(Actors.Coordinator, "/cases");
        await _http.GetAsync(Actors.Kpr, "/cases?take=1");

        var lines = new List<JsonNode>();
        foreach (var name in await _http.Test.ListAsync(Containers.Audit, "lists/"))
        {
            var log = await _http.Test.ReadAsync(Containers.Audit, name);
            Assert.Null(AuditLog.FirstBroken(log));
            lines.AddRange(Encoding.UTF8.GetString(log).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!));
        }

        Assert.Equal(2, lines.Count);
        var all = Assert.Single(lines, line => (string?)line["actor"] == "coordinator:coordinator-1");
        Assert.Equal(new[] { one, other }.Order(), ((string)all["outcome"]!).Split(' ').Order());
        Assert.Single(((string)Assert.Single(lines, line => (string?)line["party"] == "kpr")["outcome"]!).Split(' '));
    }

    [Fact]
    public async Task Somebody_who_clicks_faster_than_the_log_is_written_is_answered_all_the_same()
    {
        await SubmittedAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _http.GetAsync(Actors.Coordinator, "/cases")));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        var log = await _http.Test.ReadAsync(Containers.Audit, Assert.Single(await _http.Test.ListAsync(Containers.Audit, "lists/")));
        Assert.Null(AuditLog.FirstBroken(log));
        Assert.Equal(40, Encoding.UTF8.GetString(log).Count(letter => letter == '\n'));
    }

    [Fact]
    public async Task How_somebody_wants_notices_is_their_own_choice()
    {
        Assert.Equal(("nb", false), Wish(await _http.GetAsync(Actors.Applicant, "/notices/own")));
        var chosen = await ChooseAsync(Actors.Applicant, new { email = "student@example.no", language = "en", digest = true });
        Assert.Equal(("en", true), Wish(chosen));
        Assert.Equal(("en", true), Wish(await _http.GetAsync(Actors.Applicant, "/notices/own")));
        Assert.Equal(("nb", false), Wish(await _http.GetAsync(Actors.Stranger, "/notices/own")));
        Assert.Equal(("nb", false), Wish(await _http.GetAsync(Actors.Handler, "/notices/own")));

        foreach (var wrong in new object[] { new { }, new { language = "tlh" }, new { language = "nb", email = "a@b@c" }, new { language = "nb", digest = "yes" }, new { language = "nb", telephone = "1" } })
        {
            Assert.Equal((400, 1024), Told(await ChooseAsync(Actors.Applicant, wrong)));
        }

        Assert.Equal((403, 1025), Told(await ChooseAsync(Actors.Kpr, new { language = "en" })));
        Assert.Equal((401, 1001), Told(await _http.GetAsync(null, "/notices/own")));

        // The choice has effect: a letter to the applicant waits for the morning, in English.
        var wish = await _http.Test.Get<NoticeDirectory>().FindAsync(
            $"applicant/{Actors.Applicant.Subject}", NoticeChannel.Email, CaseState.New("x"), CancellationToken.None);
        Assert.Equal(("student@example.no", "en", true), (wish!.Target, wish.Language, wish.Digest));
    }

    [Fact]
    public async Task Attachments_that_lie_about_their_type_are_refused_and_none_counts_before_its_scan()
    {
        var id = await DraftAsync();
        var version = 3L;
        byte[] program = [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0];
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
        Assert.Equal((415, 1040), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.pdf", program, version, "application/pdf")));
        Assert.Equal((422, 1041), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.pdf", png, version, "application/pdf")));
        Assert.Equal((422, 1041), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.png", png, version, "application/pdf")));
        Assert.Equal((422, 1041), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.pdf.exe", Pdf, version)));
        Assert.Equal((415, 1040), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "side.txt", "  <html><script>x</script>"u8.ToArray(), version, "text/plain")));
        Assert.Equal((415, 1040), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "tom.txt", [], version)));
        Assert.Equal((400, 1024), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "nonsense", "protokoll.pdf", Pdf, version)));
        Assert.Equal((400, 1024), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "../protokoll.pdf", Pdf, version)));
        Assert.Equal((422, 306), Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "stor.pdf", new byte[50_000_001], version)));
        Assert.Equal((403, 101), Told(await _http.AttachAsync(Actors.Handler, id, "a", "protocol", "protokoll.pdf", Pdf, version)));

        string[] virus = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];
        var sick = await _http.AttachAsync(Actors.Applicant, id, "sick", "other", "notat.txt", Encoding.ASCII.GetBytes(string.Concat(virus)), version);
        Assert.Equal(202, sick.Status);
        Assert.Equal("refused", (string?)(await _http.GetAsync(Actors.Applicant, $"/cases/{id}/attachments/sick/status")).Json["scan"]);
        Assert.Equal((409, 1042), Told(await _http.GetAsync(Actors.Applicant, $"/cases/{id}/attachments/sick")));

        var good = await _http.AttachAsync(Actors.Applicant, id, "good", "protocol", "protokoll å.pdf", Pdf, (await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).Version);
        Assert.Equal(202, good.Status);
        var file = await _http.GetAsync(Actors.Applicant, $"/cases/{id}/attachments/good");
        Assert.Equal((200, "application/pdf", "nosniff"), (file.Status, file.Type, file.Headers["X-Content-Type-Options"]));
        Assert.Equal(Encoding.ASCII.GetString(Pdf), file.Text);
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal((404, 1020), Told(await _http.GetAsync(Actors.Stranger, $"/cases/{id}/attachments/good")));
    }

    [Fact]
    public async Task With_a_scan_outside_an_attachment_waits_for_its_answer()
    {
        await using var http = await CaseHttp.StartAsync(("Kpr:Attachments:Scanner", "external"));
        var started = await http.StartCaseAsync(Actors.Applicant, new { kind = "statistics" });
        Assert.Equal(202, (await http.AttachAsync(Actors.Applicant, started.Id, "a", "protocol", "protokoll.pdf", Pdf, started.Version)).Status);
        Assert.Equal("pending", (string?)(await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/attachments/a/status")).Json["scan"]);
        Assert.Equal((409, 1042), Told(await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/attachments/a")));
        Assert.Single((await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/next")).Json["pending"]!.AsArray());

        Assert.Equal(200, (await http.DoAsync(Actors.System, started.Id, new ScanAttachment("a", ScanResult.Clean))).Status);
        Assert.Equal(200, (await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/attachments/a")).Status);
        http.Test.Clock.Advance(OutboxMarks.Settled);
        await http.Test.Get<Outbox>().SweepAsync(CancellationToken.None);
        Assert.Empty((await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/next")).Json["pending"]!.AsArray());
    }

    [Fact]
    public async Task A_change_is_asked_for_by_those_whose_decision_it_is()
    {
        var id = await SubmittedAsync();
        var changes = new { kind = "statistics", changes = new { @case = id, decisionVersion = 1 } };
        Assert.Equal((403, 101), Told(await _http.StartCaseAsync(Actors.Stranger, changes)));
        Assert.Equal(201, (await _http.StartCaseAsync(Actors.Applicant, changes)).Status);
    }

    [Fact]
    public async Task Work_lists_are_each_readers_own_and_paged()
    {
        for (var i = 0; i < 5; i++)
        {
            await SubmittedAsync();
        }

        var first = await _http.GetAsync(Actors.Coordinator, "/cases?take=3");
        var second = await _http.GetAsync(Actors.Coordinator, ((string)first.Json["next"]!)[4..]);
        Assert.Equal((3, 2), (first.Json["cases"]!.AsArray().Count, second.Json["cases"]!.AsArray().Count));
        Assert.Null(second.Json["next"]);
        Assert.Equal(5, first.Json["cases"]!.AsArray().Concat(second.Json["cases"]!.AsArray()).Select(item => (string)item!["address"]!).Distinct().Count());
        Assert.Empty((await _http.GetAsync(Actors.Handler, "/cases")).Json["cases"]!.AsArray());
        Assert.Equal(5, (await _http.GetAsync(Actors.Handler, "/cases?list=all")).Json["cases"]!.AsArray().Count);
        Assert.Equal(5, (await _http.GetAsync(Actors.Kpr, "/cases")).Json["cases"]!.AsArray().Count);
        Assert.Empty((await _http.GetAsync(Actors.Kreft, "/cases")).Json["cases"]!.AsArray());
        Assert.Empty((await _http.GetAsync(Actors.Stranger, "/cases")).Json["cases"]!.AsArray());
        foreach (var query in new[] { "take=0", "take=201", "take=x", "list=others", $"after={new string('a', 61)}" })
        {
            Assert.Equal((400, 1024), Told(await _http.GetAsync(Actors.Coordinator, $"/cases?{query}")));
        }

        _http.Test.Clock.Advance(TimeSpan.FromDays(60));
        Assert.True((bool)(await _http.GetAsync(Actors.Coordinator, "/cases?take=1")).Json["cases"]![0]!["overdue"]!);
    }

    private static (int Status, int Number) Told(CaseReply reply) => (reply.Status, reply.Number);

    private Task<CaseReply> SendAsync(string id, object body, params (string, string)[] headers) =>
        _http.SendAsync(HttpMethod.Post, $"/cases/{id}/invite-editor", Actors.Applicant, JsonContent.Create(body), headers);

    private Task<CaseReply> ChooseAsync(Actor actor, object wish) => _http.SendAsync(HttpMethod.Put, "/notices/own", actor, JsonContent.Create(wish));

    private static (string, bool) Wish(CaseReply reply) => ((string)reply.Json["language"]!, (bool)reply.Json["digest"]!);

    // A draft of three events.
    private async Task<string> DraftAsync()
    {
        var started = await _http.StartCaseAsync(Actors.Applicant, new { kind = "statistics" });
        Assert.Equal(3, (await _http.DoAsync(Actors.Applicant, started.Id, new SaveDraft(Filled.Statistics()))).Version);
        return started.Id;
    }

    private async Task<string> SubmittedAsync()
    {
        var id = await DraftAsync();
        await _http.AttachAsync(Actors.Applicant, id, Filled.Mockup, "table-mockup", "tabell.pdf", Pdf, 3);
        Assert.Equal(200, (await _http.DoAsync(Actors.Applicant, id, new Submit())).Status);
        return id;
    }

    private async Task AssertEventsAsync(string id)
    {
        Assert.Equal((403, 1025), Told(await _http.GetAsync(Actors.Applicant, $"/cases/{id}/events")));
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
