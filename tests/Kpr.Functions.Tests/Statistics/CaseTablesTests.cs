using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Identity;
using Kpr.Core.Tests.Cases;
using Kpr.Core.Tests.Claims;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Statistics;

/// <summary>From an application for data about persons, by the offer of statistics, to the table that the applicant reads.</summary>
public sealed class CaseTablesTests
{
    [Fact]
    public async Task Whoever_takes_statistics_instead_reads_the_table_when_it_is_released_until_it_is_recalled()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        await TakeAsync(http.Test);
        var today = DateOnly.FromDateTime(http.Test.Clock.GetUtcNow().UtcDateTime);
        var id = await InReviewAsync(http);
        await DoAsync(Actors.Handler, new OfferStatistics("Opplysningene kan ikke gis ut, men formålet kan nås med statistikk."));
        Assert.Equal((409, 1080), CaseHttp.Told(await OrderAsync("early")));
        await DoAsync(Actors.Applicant, new AnswerStatisticsOffer(true));
        await DoAsync(Actors.Handler, new AssessGates([.. ((string[])["G01", "G05", "G08", "G12"]).Select(gate => new GateFinding(gate, GateVerdict.Passed, "Vurdert."))]));
        await DoAsync(Actors.Handler, new RecordHandling(60, "Saksbehandling", today));
        await DoAsync(Actors.Handler, new Recommend(DecisionOutcome.Granted, "Vilkårene er oppfylt."));
        await DoAsync(Actors.Decider, new DecideCase(DecisionOutcome.Granted));
        Assert.Equal((409, 1080), CaseHttp.Told(await OrderAsync("before the order")));
        await DoAsync(Actors.Handler, new DispatchOrders());
        await DoAsync(Actors.Kpr, new AcceptOrder("kpr-1"));
        await DoAsync(Actors.Kpr, new StartExtraction("kpr-1"));

        var ordered = await OrderAsync("table");
        Assert.Equal(202, ordered.Status);
        var table = (string)ordered.Json["id"]!;
        var address = $"/tables/{table}/table.csv";
        await http.Test.SettleAsync();
        Assert.Equal("done", (string)(await http.GetAsync(Actors.Kpr, $"/tables/{table}")).Json["status"]!);
        Assert.Equal(404, (await http.GetAsync(Actors.Applicant, address)).Status);
        await DoAsync(Actors.Kpr, new RecordOrderHours("kpr-1", 60, "Tabell", today));
        await DoAsync(Actors.Kpr, new FinishExtraction("kpr-1", table, 60, 1));
        await DoAsync(Actors.Kpr, new CheckOutput("kpr-1", true, "Tabellen er kontrollert."));
        Assert.Equal(404, (await http.GetAsync(Actors.Applicant, address)).Status);
        await DoAsync(Actors.Releaser("kpr"), new ReleaseOrder("kpr-1", $"/api/tables/{table}"));

        var read = await http.GetAsync(Actors.Applicant, address);
        Assert.Equal(200, read.Status);
        Assert.Contains("Total;60\r\n", read.Text, StringComparison.Ordinal);
        var state = (await http.GetAsync(Actors.Applicant, $"/tables/{table}")).Json;
        Assert.Equal(["table.csv", "table.html"], state["files"]!.AsArray().Select(file => (string)file!));
        Assert.Null(state["read"]);
        Assert.Equal(404, (await http.GetAsync(Actors.Applicant, $"/tables/{table}/audit.json")).Status);
        Assert.Equal(404, (await http.GetAsync(Actors.Stranger, address)).Status);
        Assert.Equal(404, (await http.GetAsync(Actors.Stranger, $"/tables/{table}")).Status);
        Assert.Equal(403, (await http.GetAsync(Actors.Npr, address)).Status);
        Assert.Equal(401, (await http.GetAsync(null, address)).Status);

        await DoAsync(Actors.Kpr, new RecallOrder("kpr-1", "Feil periode."));
        Assert.Equal(404, (await http.GetAsync(Actors.Applicant, address)).Status);
        Assert.Equal(200, (await http.GetAsync(Actors.Kpr, address)).Status);

        async Task DoAsync(Actor actor, Kpr.Core.Cases.CaseCommand command)
        {
            var reply = await http.DoAsync(actor, id, command);
            Assert.True(reply.Status is 200 or 202, $"{command.GetType().Name}: {reply.Text}");
        }

        Task<CaseReply> OrderAsync(string key) => http.SendAsync(HttpMethod.Post, "/tables", Actors.Kpr, JsonContent.Create(JsonNode.Parse($$"""
            {
              "title": "Kjønn", "dataset": "claims", "rows": [{ "variable": "kjonn" }], "columns": [],
              "measure": "persons", "from": "2026-01-01", "to": "2026-12-31", "case": "{{id}}"
            }
            """)), ("Idempotency-Key", key.Replace(' ', '-')));
    }

    [Fact]
    public async Task A_table_cannot_be_ordered_for_a_case_that_there_is_not()
    {
        await using var http = await CaseHttp.StartWholeAsync();
        foreach (var id in (string[])["2026-9999", "../x", ""])
        {
            var order = JsonNode.Parse($$"""{ "title": "t", "dataset": "claims", "rows": [{ "variable": "kjonn" }], "columns": [], "measure": "persons", "from": "2026-01-01", "to": "2026-12-31", "case": "{{id}}" }""")!;
            Assert.Equal((409, 1080), CaseHttp.Told(await http.SendAsync(HttpMethod.Post, "/tables", Actors.Kpr, JsonContent.Create(order), ("Idempotency-Key", "k"))));
        }
    }

    private static async Task<string> InReviewAsync(CaseHttp http)
    {
        var started = await http.StartCaseAsync(Actors.Applicant, new { kind = "person-level" });
        var id = started.Id;
        var version = (await http.DoAsync(Actors.Applicant, id, new SaveDraft(Filled.PersonLevel()))).Version;
        foreach (var (attachment, kind) in (IEnumerable<(string, string)>)[(Filled.Protocol, "protocol"), (Filled.Dpia, "dpia"), (Filled.Rek, "rek")])
        {
            Assert.Equal(202, (await http.AttachAsync(Actors.Applicant, id, attachment, kind, $"{attachment}.pdf", CaseHttp.Pdf, version)).Status);
            await http.Test.SettleAsync();
            version = (await http.GetAsync(Actors.Applicant, $"/cases/{id}")).Version;
        }

        foreach (var (actor, command) in (IEnumerable<(Actor, Kpr.Core.Cases.CaseCommand)>)
        [
            (Actors.Applicant, new Submit()), (Actors.Coordinator, new StartIntake()), (Actors.Coordinator, new AssignHandler(Actors.Handler.Subject)), (Actors.Handler, new DeclareComplete()),
        ])
        {
            var reply = await http.DoAsync(actor, id, command);
            Assert.True(reply.Status is 200 or 202, $"{command.GetType().Name}: {reply.Text}");
        }

        return id;
    }

    private static async Task TakeAsync(TestSystem test)
    {
        var claims = Enumerable.Range(0, 60).Select(at => new TestClaim(1 + at)
        {
            Fid = SyntheticIdentity.BirthNumber(new DateOnly(1971, 3, 1 + (at % 28)), at % 2 == 0 ? Sex.Male : Sex.Female, at)
                ?? Enumerable.Range(at + 100, 50).Select(next => SyntheticIdentity.BirthNumber(new DateOnly(1971, 3, 1 + (at % 28)), at % 2 == 0 ? Sex.Male : Sex.Female, next)).OfType<string>().First(),
            Tidspunkt = string.Create(CultureInfo.InvariantCulture, $"2026-01-02T{8 + (at / 20):00}:{at % 20:00}:00+01:00"),
        }).ToArray();
        await test.UploadAsync($"claims/{ClaimDocuments.Sender}/tables.json", ClaimDocuments.Json(claims));
        await test.SettleAsync();
    }
}
