using System.Net.Http.Json;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Azure;
using Kpr.Functions.Billing;
using Kpr.Functions.Tests.Applications;

namespace Kpr.Functions.Tests.Billing;

/// <summary>Finance over HTTP: who sees and does what, and what the answers say.</summary>
public sealed class FinanceHttpTests : IAsyncLifetime
{
    private static readonly Actor Fhi = new(Role.Finance, "okonomi-1", Register: "kpr");
    private static readonly Actor Cancer = new(Role.Finance, "okonomi-2", Register: "kreft");
    private const string Case = "sak-1";
    private const string Bill = $"/invoices/fhi/bills/{Case}.1";

    private CaseHttp _http = null!;

    public async Task InitializeAsync()
    {
        _http = await CaseHttp.StartAsync();
        var play = new TestCase().Ordered("kpr").Released("kpr-1");
        Assert.True(await _http.Test.Get<CaseStore>().AppendAsync(new Commit(StoredCase.None(Case), play.State with { Id = Case }, play.Events, null, []), default));
        foreach (var biller in (string[])["hds", "fhi"])
        {
            Assert.Equal("done", (await _http.Test.Get<CaseBills>().MoveAsync(Case, biller, default)).Mark);
        }
    }

    public async Task DisposeAsync() => await _http.DisposeAsync();

    [Theory]
    [InlineData("/invoices/fhi/bills")]
    [InlineData("/invoices/fhi/ledger")]
    [InlineData("/invoices/fhi/earned")]
    [InlineData("/invoices/fhi/documents/FHI-000001.xml")]
    public async Task A_billers_bills_are_for_its_own_finance_and_staff_and_internal_control(string address)
    {
        foreach (var (who, status) in ((Actor?, int)[])[
            (null, 401), (Fhi, 200), (Actors.Kpr, 200), (Actors.Npr, 200), (Actors.Auditor, 200), (Cancer, 403), (Actors.Kreft, 403), (Actors.Finance, 403), (Actors.Handler, 403),
            (Actors.Decider, 403), (Actors.Coordinator, 403), (Actors.Applicant, 403), (Actors.Controller, 403), (Actors.Linker, 403), (Actors.AppealBody, 403),
        ])
        {
            var reply = await _http.GetAsync(who, address);
            Assert.True(status == reply.Status, $"{who?.Role} {who?.Register}: {reply.Status} {reply.Text}");
        }

        Assert.Equal(200, (await _http.GetAsync(Actors.Handler, address.Replace("fhi", "hds", StringComparison.Ordinal).Replace("FHI", "HDS", StringComparison.Ordinal))).Status);
        Assert.Equal(403, (await _http.GetAsync(Fhi, address.Replace("fhi", "nobody", StringComparison.Ordinal))).Status);

        // Who saw it is known.
        var chain = Assert.Single(await _http.Test.ListAsync(Containers.Audit, "lists/"), name => name.Contains("/list-finance", StringComparison.Ordinal));
        Assert.Contains("\"bills-read\"", System.Text.Encoding.UTF8.GetString(await _http.Test.ReadAsync(Containers.Audit, chain)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_finance_of_the_biller_does_anything_with_a_bill()
    {
        foreach (var who in (Actor[])[Cancer, Actors.Kpr, Actors.Auditor, Actors.Finance, Actors.Handler, Actors.Applicant, Actors.Decider])
        {
            foreach (var action in (string[])["issue", "credit", "remind", "collect", "pay", "refund", "redate", "settle"])
            {
                Assert.Equal((403, 1025), Outcome(await DoAsync(who, action)));
            }
        }

        Assert.Equal(401, (await _http.SendAsync(HttpMethod.Post, $"{Bill}/remind", null)).Status);
        Assert.Equal((404, 1050), Outcome(await DoAsync(Fhi, "burn")));
        Assert.Equal((404, 1050), Outcome(await _http.SendAsync(HttpMethod.Post, "/invoices/fhi/bills/sak-9.1/remind", Fhi)));
        Assert.Equal((404, 1050), Outcome(await _http.SendAsync(HttpMethod.Post, "/invoices/fhi/bills/a%23b/remind", Fhi)));
        Assert.Equal((404, 1050), Outcome(await _http.GetAsync(Fhi, "/invoices/fhi/documents/FHI-000009.xml")));
    }

    [Fact]
    public async Task A_payment_told_of_twice_counts_once_and_the_ledger_is_a_file_for_spreadsheets()
    {
        var rows = (await _http.GetAsync(Fhi, "/invoices/fhi/bills?open=true")).Json.AsArray();
        var total = (long)Assert.Single(rows)!["total"]!;
        var paid = new { amountOre = total, on = Today, reference = "p1" };
        Assert.Equal((409, Refusals.BillAmount.Number), Outcome(await DoAsync(Fhi, "pay", new { amountOre = total + 1, on = Today, reference = "p0" })));
        Assert.Equal("paid", (string)(await DoAsync(Fhi, "pay", paid)).Json["state"]!);
        Assert.Equal("paid", (string)(await DoAsync(Fhi, "pay", paid)).Json["state"]!);
        Assert.Empty((await _http.GetAsync(Fhi, "/invoices/fhi/bills?open=true")).Json.AsArray());

        var csv = await _http.GetAsync(Fhi, "/invoices/fhi/ledger?format=csv");
        Assert.Equal(("text/csv", "nosniff"), (csv.Type, csv.Headers["X-Content-Type-Options"]));
        var lines = csv.Text.TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("dato;faktura;sak;konto;gjelder;belop", lines[0]);
        Assert.Single(lines, line => line.Contains(";Bank;", StringComparison.Ordinal));
        Assert.Equal((400, 1024), Outcome(await _http.GetAsync(Fhi, "/invoices/fhi/ledger?format=pdf")));
        foreach (var address in (string[])["/invoices/fhi/bills", "/invoices/fhi/earned", $"/invoices/cases/{Case}"])
        {
            Assert.Equal("text/csv", (await _http.GetAsync(Fhi, $"{address}?format=csv")).Type);
        }
    }

    [Theory]
    [InlineData("pay", """{"amountOre":100,"on":"2026-01-01"}""")]
    [InlineData("pay", """{"amountOre":1.5,"on":"2026-01-01","reference":"p"}""")]
    [InlineData("pay", """{"amountOre":100,"on":"1. mai","reference":"p"}""")]
    [InlineData("pay", """{"amountOre":100,"on":"2026-01-01","reference":"p","to":"me"}""")]
    [InlineData("credit", """{"reason":null}""")]
    [InlineData("redate", "")]
    [InlineData("redate", "[]")]
    public async Task What_is_not_what_an_action_asks_for_is_refused(string action, string body)
    {
        var reply = await _http.SendAsync(HttpMethod.Post, $"{Bill}/{action}", Fhi, new StringContent(body, null, "application/json"));
        Assert.True(reply.Status == 400, $"{reply.Status} {reply.Text}");
    }

    [Fact]
    public async Task A_bill_with_a_wrong_reference_is_credited_and_billed_anew_once()
    {
        var anew = new { reason = "Feil referanse.", billAnew = true, buyerReference = "Riktig 1" };
        Assert.Equal((409, Refusals.BuyerUnknown.Number), Outcome(await DoAsync(Fhi, "credit", new { reason = "Feil.", billAnew = true, peppolAddress = "0192:123" })));
        Assert.Equal("FHI-000002", (string)(await DoAsync(Fhi, "credit", anew)).Json["creditNote"]!);
        Assert.Equal("FHI-000002", (string)(await DoAsync(Fhi, "credit", anew)).Json["creditNote"]!);

        var bills = (await _http.GetAsync(Fhi, "/invoices/fhi/bills")).Json.AsArray();
        Assert.Equal([("FHI-000001", "credited"), ("FHI-000003", "sent")], bills.Select(bill => ((string)bill!["invoice"]!, (string)bill["state"]!)));
        var xml = await _http.GetAsync(Fhi, "/invoices/fhi/documents/FHI-000003.xml");
        Assert.Contains("Riktig 1", xml.Text, StringComparison.Ordinal);
        var page = await _http.GetAsync(Fhi, "/invoices/fhi/documents/FHI-000003.html");
        Assert.Equal(("text/html", "default-src 'none'; style-src 'unsafe-inline'; sandbox"), (page.Type, page.Headers["Content-Security-Policy"]));
    }

    [Fact]
    public async Task What_a_case_cost_is_told_with_hours_rule_and_price_list_to_who_pays_and_to_each_biller_its_part()
    {
        var all = (await _http.GetAsync(Actors.Applicant, $"/invoices/cases/{Case}")).Json.AsArray();
        Assert.Equal(["hds", "hds", "fhi"], all.Select(row => (string)row!["biller"]!));
        Assert.All(all, row => Assert.True(row!["rule"] is not null && row["priceList"] is not null && row["source"] is not null && row["listFrom"] is not null));
        Assert.Contains(all, row => row!["work"]!.AsArray().Any(work => ((string)work!).StartsWith($"{Case}/", StringComparison.Ordinal)));

        Assert.Equal(["fhi"], (await _http.GetAsync(Fhi, $"/invoices/cases/{Case}")).Json.AsArray().Select(row => (string)row!["biller"]!));
        Assert.Equal(3, (await _http.GetAsync(Actors.Finance, $"/invoices/cases/{Case}")).Json.AsArray().Count);
        foreach (var who in (Actor[])[Cancer, Actors.Stranger, Actors.Kreft])
        {
            Assert.Equal((404, 1020), Outcome(await _http.GetAsync(who, $"/invoices/cases/{Case}")));
        }
    }

    [Fact]
    public async Task An_estimate_is_worked_out_by_the_price_list_for_who_may_issue_it()
    {
        var address = $"/invoices/cases/{Case}/estimate?minutes=600&biller=";
        var estimate = (await _http.GetAsync(Actors.Handler, $"{address}kpr")).Json;
        Assert.Equal((1_115_000, 278_750, 1_226_500), ((long)estimate["net"]!, (long)estimate["vat"]!, (long)estimate["ceiling"]!));
        Assert.NotNull(estimate["priceList"]);
        var own = (await _http.GetAsync(Actors.Finance, $"{address}hds")).Json;
        Assert.Equal(150_000 + (10 * 115_500), (long)own["net"]!);
        Assert.Equal(200, (await _http.GetAsync(Actors.Kpr, $"{address}kpr")).Status);
        foreach (var (who, register) in ((Actor, string)[])[(Actors.Kpr, "hds"), (Fhi, "npr"), (Actors.Applicant, "kpr"), (Actors.Decider, "kpr"), (Actors.Auditor, "kpr")])
        {
            Assert.Equal((403, 1025), Outcome(await _http.GetAsync(who, address + register)));
        }

        Assert.Equal(Refusals.BillerUnknown.Number, (await _http.GetAsync(Actors.Handler, $"{address}helsearkiv")).Number);
        Assert.Equal((400, 1024), Outcome(await _http.GetAsync(Actors.Handler, $"/invoices/cases/{Case}/estimate?minutes=-5&biller=kpr")));
        Assert.Equal((400, 1024), Outcome(await _http.GetAsync(Actors.Handler, $"/invoices/cases/{Case}/estimate?minutes=99999999&biller=kpr")));
    }

    private string Today => Core.Catalogue.NorwegianTime.Today(_http.Test.Clock).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private Task<CaseReply> DoAsync(Actor who, string action, object? body = null) =>
        _http.SendAsync(HttpMethod.Post, $"{Bill}/{action}", who, body is null ? null : JsonContent.Create(body));

    private static (int Status, int Number) Outcome(CaseReply reply) => (reply.Status, reply.Number);
}
