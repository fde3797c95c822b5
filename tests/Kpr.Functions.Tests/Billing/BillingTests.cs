using System.Net;
using System.Text;
using Kpr.Core.Cases;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Invoices.Checking;
using Kpr.Core.Pricing;
using Kpr.Functions.Billing;

namespace Kpr.Functions.Tests.Billing;

public sealed class BillingTests
{
    private static readonly Actor Finance = new(Role.Finance, "o1");

    [Fact]
    public async Task A_case_ends_with_an_invoice_from_each_biller_sent_and_readable()
    {
        var run = await BillingRun.StartAsync();
        foreach (var work in (BillingWork[])[BillingRun.Work("2026-0001", "B1", "hds", 690), BillingRun.Work("2026-0001", "B2", "kpr", 660), BillingRun.Work("2026-0001", "B3", "npr", 660), BillingRun.Work("2026-0001", "B4", "kreft", 420)])
        {
            Assert.Null((await run.Case.AddAsync(work, default)).Refusal);
            Assert.Null((await run.Case.AddAsync(work, default)).Refusal);
        }

        foreach (var biller in (string[])["hds", "fhi", "kreft"])
        {
            Assert.Equal(BillState.Sent, (await run.Case.IssueAsync(biller, "2026-0001.1", Finance, default)).Bill.State);
            Assert.Equal(BillState.Sent, (await run.Case.IssueAsync(biller, "2026-0001.1", Finance, default)).Bill.State);
        }

        Assert.Equal(["FHI-000001.xml", "HDS-000001.xml", "KRG-000001.xml"], await run.SentAsync());
        Assert.Equal(
            ["fhi/FHI-000001.html", "fhi/FHI-000001.xml", "hds/HDS-000001.html", "hds/HDS-000001.xml", "kreft/KRG-000001.html", "kreft/KRG-000001.xml"], await run.MadeAsync());
        var costs = await run.View.CaseAsync("2026-0001", default);
        Assert.Equal(Money.Kroner(1_500 + (12 * 1_155) + (22 * 1_115) + (10 * 1_155)), Money.Sum(costs.Select(row => row.Net)));
        Assert.All(costs, row => Assert.NotNull(row.PriceList));
        Assert.Contains(costs, row => row.Work.SequenceEqual(["2026-0001/B3", "2026-0001/B2"]) || row.Work.SequenceEqual(["2026-0001/B3"]));
        Assert.Equal([("kpr", 1_226_500L), ("npr", 1_226_500L)], (await run.View.EarnedAsync("fhi", default)).Select(row => (row.Register, row.Net.Ore)));
        using var xml = await run.Documents.GetBlobClient("fhi/FHI-000001.xml").OpenReadAsync();
        Assert.DoesNotContain(InvoiceCheck.Check(xml), finding => finding.Severity == InvoiceSeverity.Fatal);
    }

    [Fact]
    public async Task One_joint_invoice_comes_from_the_same_work_by_setting()
    {
        var run = await BillingRun.StartAsync(new BillingOptions { JointBiller = "hds" });
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "hds", 690), default);
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B2", "kpr", 1320), default);
        var bill = (await run.Case.IssueAsync("hds", "2026-0001.1", Finance, default)).Bill;

        Assert.Equal(Money.Kroner(39_890), bill.Totals.Net);
        Assert.Equal([("fhi", 3_066_250L), ("hds", 1_920_000L)], BillTotals.Shares(bill.Lines).Select(share => (share.Biller, share.Amount.Ore)));
        await run.Execute.RunAsync("hds", bill.Id, Finance, default, new PayBill(bill.Totals.Total, new DateOnly(2026, 1, 1), "p1"));
        Assert.Null((await run.Execute.RunAsync("hds", bill.Id, Finance, default, new SettleBill("fhi", new DateOnly(2026, 1, 1)))).Refusal);
        Assert.Equal(0, (await run.View.LedgerAsync("hds", default)).Where(row => row.Account is "Receivable" or "OwedToBiller").Sum(row => row.Amount.Ore));
    }

    [Fact]
    public async Task What_is_taken_back_is_credited_whole_and_the_rest_billed_anew()
    {
        var run = await BillingRun.StartAsync();
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 600), default);
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B2", "npr", 300), default);
        await run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default);
        var credit = BillingRun.Work("2026-0001", "B3", "npr", 0, takesBack: "B2");
        Assert.Equal(BillState.Credited, (await run.Case.AddAsync(credit, default)).Bill.State);
        await run.Case.AddAsync(credit, default);

        Assert.Equal(["FHI-000001.xml", "FHI-000002.xml", "FHI-000003.xml"], await run.SentAsync());
        var open = Assert.Single(await run.View.BillsAsync("fhi", open: true, default));
        Assert.Equal(("FHI-000003", new Money(1_393_750)), (open.Invoice, open.Total));
        Assert.Equal("kpr", Assert.Single(await run.View.EarnedAsync("fhi", default)).Register);
    }

    [Fact]
    public async Task Free_work_leaves_no_invoice_but_its_reason_and_late_work_stands_on_the_next_bill()
    {
        var run = await BillingRun.StartAsync();
        var free = BillingRun.Work("2026-0001", "B1", "kpr", 45);
        await run.Case.AddAsync(free with { Request = free.Request! with { Kind = DeliveryKind.Statistics } }, default);
        Assert.Equal(Refusals.BillNothing.Number, (await run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default)).Refusal!.Number);
        Assert.Equal("Statistikk under 60 minutter faktureres ikke", Assert.Single(await run.View.CaseAsync("2026-0001", default)).Text);

        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B2", "kpr", 600), default);
        await run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default);
        Assert.Equal("2026-0001.2", (await run.Case.AddAsync(BillingRun.Work("2026-0001", "B3", "kpr", 60), default)).Bill.Id);
        Assert.Equal(Refusals.BillerUnknown.Number, (await run.Case.AddAsync(BillingRun.Work("2026-0001", "B4", "bivirkning", 60), default)).Refusal!.Number);
        Assert.Equal(Refusals.BuyerUnknown.Number, (await run.Case.AddAsync(BillingRun.Work("2026-0002", "B1", "kpr", 60) with { Buyer = BillingRun.Buyer with { OrganisationNumber = "123" } }, default)).Refusal!.Number);
        Assert.Empty((await run.View.CaseAsync("2026-0002", default)));
    }

    [Fact]
    public async Task Many_who_issue_at_once_leave_no_gap_and_no_double()
    {
        var run = await BillingRun.StartAsync();
        var cases = Enumerable.Range(1, 12).Select(number => $"2026-{number:0000}").ToList();
        await Task.WhenAll(cases.Select(id => run.Case.AddAsync(BillingRun.Work(id, "B1", "kpr", 600), default)));

        // Two officers, each on every bill.
        await Task.WhenAll(cases.Concat(cases.AsEnumerable().Reverse()).Select(id => run.Case.IssueAsync("fhi", $"{id}.1", Finance, default)));

        var numbers = await run.Store.NumbersAsync("fhi", default);
        Assert.Equal(Enumerable.Range(1, 12).Select(number => (long)number), numbers.Select(taken => taken.Number));
        Assert.Equal(cases.Select(id => $"{id}.1"), numbers.Select(taken => taken.Bill).Order(StringComparer.Ordinal));
        Assert.Equal(12, (await run.SentAsync()).Count);
    }

    [Fact]
    public async Task A_document_that_breaks_a_fatal_rule_takes_no_number_and_is_not_sent()
    {
        // Whoever is not in the VAT register cannot charge VAT: BR-S-02 asks for the seller's VAT number.
        var billers = new Billers([.. Billers.Known.All.Select(biller => biller.Code == "fhi" ? biller with { VatRegistered = false } : biller)]);
        var run = await BillingRun.StartAsync(billers: billers);
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 600), default);

        var refused = await run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default);

        Assert.Equal(Refusals.InvoiceFaulty.Number, refused.Refusal!.Number);
        Assert.Contains("BR-S-02", refused.Refusal.About);
        var kept = (await run.Store.LoadAsync("fhi", "2026-0001.1", default)).Bill;
        Assert.Equal((BillState.Accruing, (long?)null), (kept.State, kept.Number));
        Assert.Empty(await run.Store.NumbersAsync("fhi", default));
        Assert.Empty(await run.SentAsync());
        Assert.Empty(await run.MadeAsync());
    }

    [Fact]
    public async Task The_access_point_is_shown_who_sends_and_only_over_https()
    {
        using var seen = new SeenRequests();
        var options = new BillingOptions { AccessPoint = "https://access-point.example/v1", AccessPointAuthorization = "Bearer sample" };
        using var client = BillingServices.ClientOf(options, seen);
        await new HttpAccessPoint(client).SendAsync("FHI-000001", "<a/>"u8.ToArray(), default);

        Assert.Equal(["GET https://access-point.example/v1/messages/FHI-000001 Bearer sample", "PUT https://access-point.example/v1/messages/FHI-000001 Bearer sample"], seen.All);
        Assert.NotEmpty(new BillingOptions { AccessPointAuthorization = "Bearer x" }.Validate(null!));
        Assert.NotEmpty(new BillingOptions { AccessPoint = "https://a.example", AccessPointAuthorization = "Bearer x\r\nHost: b" }.Validate(null!));
        Assert.NotEmpty(new BillingOptions { AccessPoint = "http://a.example" }.Validate(null!));
    }

    [Fact]
    public async Task An_access_point_that_times_out_after_accepting_is_not_sent_to_twice()
    {
        using var network = new LostAnswers();
        using var client = new HttpClient(network) { BaseAddress = new Uri("https://access-point.example/") };
        var run = await BillingRun.StartAsync(accessPoint: new HttpAccessPoint(client));
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 600), default);

        await Assert.ThrowsAsync<TaskCanceledException>(() => run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default));
        Assert.Equal(BillState.Issued, (await run.Store.LoadAsync("fhi", "2026-0001.1", default)).Bill.State);
        Assert.Equal(1, await run.Send.SweepAsync("fhi", default));
        Assert.Equal(0, await run.Send.SweepAsync("fhi", default));

        Assert.Equal(("as4-FHI-000001", 1), ((await run.Store.LoadAsync("fhi", "2026-0001.1", default)).Bill.Receipt, network.Accepted.Count));
    }

    [Fact]
    public async Task A_folder_holds_a_document_once_and_without_an_access_point_what_was_issued_waits()
    {
        var folder = Directory.CreateTempSubdirectory("kpr-access-point-").FullName;
        try
        {
            var point = new FolderAccessPoint(Path.Combine(folder, "new"));
            Assert.Equal(await point.SendAsync("FHI-000001", "<a/>"u8.ToArray(), default), await point.SendAsync("FHI-000001", "<a/>"u8.ToArray(), default));
            Assert.Equal(["FHI-000001.xml"], Directory.EnumerateFiles(Path.Combine(folder, "new")).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        var run = await BillingRun.StartAsync(accessPoint: new NoAccessPoint());
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 600), default);
        await Assert.ThrowsAsync<HttpRequestException>(() => run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default));
        Assert.Equal(BillState.Issued, (await run.Store.LoadAsync("fhi", "2026-0001.1", default)).Bill.State);
    }

    [Fact]
    public async Task A_buyer_without_an_electronic_address_gets_a_letter_and_a_reminder_is_one()
    {
        var run = await BillingRun.StartAsync();
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 600) with { Buyer = BillingRun.Buyer with { Address = null } }, default);
        var bill = (await run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default)).Bill;
        Assert.Equal("letter/FHI-000001", bill.Receipt);
        Assert.Empty(await run.SentAsync());
        Assert.Equal(Refusals.ReminderTooEarly.Number, (await run.Send.RemindAsync("fhi", bill.Id, LateCharge.ReminderFee, Finance, default)).Refusal!.Number);
        run.Clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal(BillState.Reminded, (await run.Send.RemindAsync("fhi", bill.Id, LateCharge.ReminderFee, Finance, default)).Bill.State);
        Assert.Equal(["fhi/FHI-000001-purring.html", "fhi/FHI-000001.html"], await run.MadeAsync());
        Assert.True(Assert.Single(await run.View.BillsAsync("fhi", open: true, default)).Late);
    }

    [Fact]
    public async Task The_ledger_is_exported_as_Norwegian_spreadsheets_read_it_and_a_changed_event_is_seen()
    {
        var run = await BillingRun.StartAsync();
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 615), default);
        await run.Case.IssueAsync("fhi", "2026-0001.1", Finance, default);
        var csv = FinanceCsv.Of(await run.View.LedgerAsync("fhi", default)).Split("\r\n");

        Assert.Equal("dato;faktura;sak;konto;gjelder;belop", csv[0]);
        Assert.Contains(csv, line => line.EndsWith("FHI-000001;2026-0001;Receivable;;14285,94", StringComparison.Ordinal));

        var row = (await run.Table.GetEntityAsync<global::Azure.Data.Tables.TableEntity>("fhi", "event_2026-0001.1_00000002")).Value;
        row["Line0"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.GetBinary("Line0")!).Replace("615", "614", StringComparison.Ordinal).Replace("1025", "1024", StringComparison.Ordinal));
        await run.Table.UpdateEntityAsync(row, global::Azure.ETag.All, global::Azure.Data.Tables.TableUpdateMode.Replace);
        await Assert.ThrowsAsync<InvalidDataException>(() => run.Store.LoadAsync("fhi", "2026-0001.1", default));
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_take_for_a_formula_is_made_harmless()
    {
        var run = await BillingRun.StartAsync();
        await run.Case.AddAsync(BillingRun.Work("2026-0001", "B1", "kpr", 600) with { Buyer = BillingRun.Buyer with { Name = "=HYPERLINK(\"x\";\"y\")" } }, default);
        var csv = FinanceCsv.Of(await run.View.BillsAsync("fhi", open: false, default));

        Assert.Contains(";\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\";", csv, StringComparison.Ordinal);
    }

    // Takes the first document and lets the answer be lost.
    private sealed class LostAnswers : HttpMessageHandler
    {
        public List<string> Accepted { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var id = request.RequestUri!.Segments[^1];
            if (request.Method == HttpMethod.Put)
            {
                Accepted.Add(id);
                return Task.FromException<HttpResponseMessage>(new TaskCanceledException("The answer was lost."));
            }

            return Task.FromResult(Accepted.Contains(id)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent($"as4-{id}") }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }

    // Takes everything, and notes who asked.
    private sealed class SeenRequests : HttpMessageHandler
    {
        public List<string> All { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            All.Add($"{request.Method} {request.RequestUri} {request.Headers.GetValues("Authorization").Single()}");
            return Task.FromResult(request.Method == HttpMethod.Get
                ? new HttpResponseMessage(System.Net.HttpStatusCode.NotFound)
                : new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("as4-1") });
        }
    }
}
