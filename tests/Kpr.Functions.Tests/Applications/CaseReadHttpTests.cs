using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Applications.Notices;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;

namespace Kpr.Functions.Tests.Applications;

public sealed class CaseReadHttpTests : IAsyncLifetime
{
    private CaseHttp _http = null!;

    public async Task InitializeAsync() => _http = await CaseHttp.StartAsync();

    public async Task DisposeAsync() => await _http.DisposeAsync();

    [Fact]
    public async Task Every_read_by_staff_is_in_the_audit_log_before_it_is_answered()
    {
        var id = await _http.SubmittedAsync();
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
        var (one, other) = (await _http.SubmittedAsync(), await _http.SubmittedAsync());
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
        await _http.SubmittedAsync();

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
            Assert.Equal((400, 1024), CaseHttp.Told(await ChooseAsync(Actors.Applicant, wrong)));
        }

        Assert.Equal((403, 1025), CaseHttp.Told(await ChooseAsync(Actors.Kpr, new { language = "en" })));
        Assert.Equal((401, 1001), CaseHttp.Told(await _http.GetAsync(null, "/notices/own")));

        // The choice has effect: a letter to the applicant waits for the morning, in English.
        var wish = await _http.Test.Get<NoticeDirectory>().FindAsync(
            $"applicant/{Actors.Applicant.Subject}", NoticeChannel.Email, CaseState.New("x"), CancellationToken.None);
        Assert.Equal(("student@example.no", "en", true), (wish!.Target, wish.Language, wish.Digest));
    }

    [Fact]
    public async Task Attachments_that_lie_about_their_type_are_refused_and_none_counts_before_its_scan()
    {
        var id = await _http.DraftAsync();
        var version = 3L;
        byte[] program = [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0];
        byte[] png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];
        Assert.Equal((415, 1040), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.pdf", program, version, "application/pdf")));
        Assert.Equal((422, 1041), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.pdf", png, version, "application/pdf")));
        Assert.Equal((422, 1041), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.png", png, version, "application/pdf")));
        Assert.Equal((422, 1041), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "protokoll.pdf.exe", CaseHttp.Pdf, version)));
        Assert.Equal((415, 1040), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "side.txt", "  <html><script>x</script>"u8.ToArray(), version, "text/plain")));
        Assert.Equal((415, 1040), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "tom.txt", [], version)));
        Assert.Equal((400, 1024), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "nonsense", "protokoll.pdf", CaseHttp.Pdf, version)));
        Assert.Equal((400, 1024), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "../protokoll.pdf", CaseHttp.Pdf, version)));
        Assert.Equal((422, 306), CaseHttp.Told(await _http.AttachAsync(Actors.Applicant, id, "a", "protocol", "stor.pdf", new byte[50_000_001], version)));
        Assert.Equal((403, 101), CaseHttp.Told(await _http.AttachAsync(Actors.Handler, id, "a", "protocol", "protokoll.pdf", CaseHttp.Pdf, version)));

        string[] virus = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"];
        var sick = await _http.AttachAsync(Actors.Applicant, id, "sick", "other", "notat.txt", Encoding.ASCII.GetBytes(string.Concat(virus)), version);
        Assert.Equal(202, sick.Status);
        Assert.Equal("refused", (string?)(await _http.GetAsync(Actors.Applicant, $"/cases/{id}/attachments/sick/status")).Json["scan"]);
        Assert.Equal((409, 1042), CaseHttp.Told(await _http.GetAsync(Actors.Applicant, $"/cases/{id}/attachments/sick")));

        var good = await _http.AttachAsync(Actors.Applicant, id, "good", "protocol", "protokoll å.pdf", CaseHttp.Pdf, (await _http.GetAsync(Actors.Applicant, $"/cases/{id}")).Version);
        Assert.Equal(202, good.Status);
        var file = await _http.GetAsync(Actors.Applicant, $"/cases/{id}/attachments/good");
        Assert.Equal((200, "application/pdf", "nosniff"), (file.Status, file.Type, file.Headers["X-Content-Type-Options"]));
        Assert.Equal(Encoding.ASCII.GetString(CaseHttp.Pdf), file.Text);
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal((404, 1020), CaseHttp.Told(await _http.GetAsync(Actors.Stranger, $"/cases/{id}/attachments/good")));
    }

    [Fact]
    public async Task With_a_scan_outside_an_attachment_waits_for_its_answer()
    {
        await using var http = await CaseHttp.StartAsync(("Kpr:Attachments:Scanner", "external"));
        var started = await http.StartCaseAsync(Actors.Applicant, new { kind = "statistics" });
        Assert.Equal(202, (await http.AttachAsync(Actors.Applicant, started.Id, "a", "protocol", "protokoll.pdf", CaseHttp.Pdf, started.Version)).Status);
        Assert.Equal("pending", (string?)(await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/attachments/a/status")).Json["scan"]);
        Assert.Equal((409, 1042), CaseHttp.Told(await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/attachments/a")));
        Assert.Single((await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/next")).Json["pending"]!.AsArray());

        Assert.Equal(200, (await http.DoAsync(Actors.System, started.Id, new ScanAttachment("a", ScanResult.Clean))).Status);
        Assert.Equal(200, (await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/attachments/a")).Status);
        http.Test.Clock.Advance(OutboxMarks.Settled);
        await http.Test.Get<Outbox>().SweepAsync(CancellationToken.None);
        Assert.Empty((await http.GetAsync(Actors.Applicant, $"/cases/{started.Id}/next")).Json["pending"]!.AsArray());
    }

    [Fact]
    public async Task Work_lists_are_each_readers_own_and_paged()
    {
        for (var i = 0; i < 5; i++)
        {
            await _http.SubmittedAsync();
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
            Assert.Equal((400, 1024), CaseHttp.Told(await _http.GetAsync(Actors.Coordinator, $"/cases?{query}")));
        }

        _http.Test.Clock.Advance(TimeSpan.FromDays(60));
        Assert.True((bool)(await _http.GetAsync(Actors.Coordinator, "/cases?take=1")).Json["cases"]![0]!["overdue"]!);
    }

    private Task<CaseReply> ChooseAsync(Actor actor, object wish) => _http.SendAsync(HttpMethod.Put, "/notices/own", actor, JsonContent.Create(wish));

    private static (string, bool) Wish(CaseReply reply) => ((string)reply.Json["language"]!, (bool)reply.Json["digest"]!);
}
