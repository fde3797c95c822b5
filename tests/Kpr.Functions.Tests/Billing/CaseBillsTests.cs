using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Applications;
using Kpr.Functions.Billing;
using Kpr.Functions.Tests.Applications;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kpr.Functions.Tests.Billing;

/// <summary>Bills that follow from a case: what goes on which, when they are issued, and what the case hears.</summary>
public sealed class CaseBillsTests : IAsyncLifetime
{
    private CaseParts _parts = null!;
    private BillingRun _run = null!;
    private CaseBills _bills = null!;

    public async Task InitializeAsync()
    {
        _parts = await CaseParts.StartAsync();
        await ByAsync(new BillingOptions());
    }

    public Task DisposeAsync()
    {
        _parts.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Helsedataservice_bills_when_its_part_is_finished_and_the_case_hears_the_number()
    {
        await PutAsync(new TestCase().Decided());
        Assert.Equal(new BillLook("done", Over: true), await MoveAsync("hds"));
        Assert.Equal(new BillLook("done", Over: true), await MoveAsync("hds"));

        Assert.Equal(("HDS-000001", BillState.Sent, Money.Kroner((1_500 + (12 * 1_155)) * 125 / 100)), Row(Assert.Single(await _run.View.BillsAsync("hds", open: false, default))));
        Assert.Equal(["B1 HDS-000001"], await HeardAsync());
        Assert.False((await StateAsync()).FindClock(ClockKind.InvoiceIssue, "B1")!.IsRunning);
    }

    [Fact]
    public async Task Two_registers_of_one_biller_stand_on_one_invoice_that_waits_for_the_slower()
    {
        var play = Unlinked("kpr", "npr").Released("kpr-1");
        await PutAsync(play);
        Assert.Equal("waiting", (await MoveAsync("fhi")).Mark);
        Assert.Empty(await _run.SentAsync());

        await ReleaseAsync("npr");
        Assert.Equal("done", (await MoveAsync("fhi")).Mark);
        Assert.Equal("FHI-000001", Assert.Single(await _run.View.BillsAsync("fhi", open: true, default)).Invoice);
        Assert.Equal(["B2 FHI-000001", "B3 FHI-000001"], await HeardAsync());
    }

    [Fact]
    public async Task A_slow_register_does_not_keep_a_delivery_from_being_billed_within_its_month()
    {
        await PutAsync(Unlinked("kpr", "npr").Released("kpr-1"));
        var view = await MoveAsync("fhi");
        Assert.Equal(new DateTime(2026, 9, 23, 22, 0, 0, DateTimeKind.Utc), view.Due);

        _parts.Clock.Advance(view.Due!.Value - _parts.Clock.GetUtcNow().UtcDateTime);
        Assert.Equal("done", (await MoveAsync("fhi")).Mark);
        await ReleaseAsync("npr");
        Assert.Equal("done", (await MoveAsync("fhi")).Mark);
        Assert.Equal(["B2 FHI-000001", "B3 FHI-000002"], await HeardAsync());
    }

    [Fact]
    public async Task A_withdrawal_bills_what_was_done()
    {
        var play = new TestCase().Ordered("kreft");
        play.Do(Actors.Kreft, new AcceptOrder("kreft-1"), new RecordOrderHours("kreft-1", 120, "Forberedelse", play.Today)).Do(Actors.Applicant, new WithdrawCase());
        await PutAsync(play);
        await MoveAsync("hds");
        Assert.Equal("done", (await MoveAsync("kreft")).Mark);

        // Two hours, not the ten that a delivery costs at least.
        Assert.Equal(("KRG-000001", BillState.Sent, new Money(288_750)), Row(Assert.Single(await _run.View.BillsAsync("kreft", open: false, default))));
    }

    [Fact]
    public async Task Work_that_is_free_makes_no_invoice_and_the_case_hears_why()
    {
        var content = Filled.Statistics() with { Project = Filled.Statistics().Project! with { StudentProject = true } };
        await PutAsync(new TestCase().Decided(content, ApplicationKind.Statistics));
        Assert.Equal(new BillLook("done", Over: true), await MoveAsync("hds"));

        Assert.Empty(await _run.MadeAsync());
        Assert.Equal(["B1 Studentprosjekt med anonyme data er gratis"], await HeardAsync());
        Assert.False((await StateAsync()).FindClock(ClockKind.InvoiceIssue, "B1")!.IsRunning);
    }

    [Fact]
    public async Task Data_that_are_called_back_are_credited_and_the_case_hears_of_the_note()
    {
        await PutAsync(new TestCase().Ordered("kpr").Released("kpr-1"));
        await MoveAsync("fhi");
        await GiveAsync(Actors.Kpr, new RecallOrder("kpr-1", "Feil år."));
        Assert.Equal("done", (await MoveAsync("fhi")).Mark);
        Assert.Equal("done", (await MoveAsync("fhi")).Mark);

        Assert.Equal(["FHI-000001.xml", "FHI-000002.xml"], await _run.SentAsync());
        Assert.Equal(["B2 FHI-000001", "B3 FHI-000002"], await HeardAsync());
        Assert.Equal(0, (await _run.View.LedgerAsync("fhi", default)).Where(row => row.Account is "Receivable" or "Revenue" or "Vat").Sum(row => row.Amount.Ore));
    }

    [Fact]
    public async Task A_joint_invoice_waits_for_everybody()
    {
        await ByAsync(new BillingOptions { JointBiller = "hds" });
        await PutAsync(new TestCase().Ordered("kpr"));
        Assert.Equal("waiting", (await MoveAsync("hds")).Mark);
        await ReleaseAsync("kpr");
        Assert.Equal("done", (await MoveAsync("hds")).Mark);

        Assert.Equal(["B1 HDS-000001", "B2 HDS-000001"], await HeardAsync());
        Assert.Equal(["fhi", "hds"], BillTotals.Shares((await _run.Store.LoadAsync("hds", "2026-0001.1", default)).Bill.Lines).Select(share => share.Biller));
    }

    [Fact]
    public async Task A_setting_changed_in_the_middle_of_a_case_bills_nothing_twice()
    {
        await PutAsync(Unlinked("kpr", "npr").Released("kpr-1"));
        Assert.Equal("waiting", (await MoveAsync("fhi")).Mark);
        await ByAsync(new BillingOptions { JointBiller = "hds" });
        await MoveAsync("hds");
        await ReleaseAsync("npr");
        Assert.Equal(("done", "done"), ((await MoveAsync("fhi")).Mark, (await MoveAsync("hds")).Mark));
        Assert.Equal(("done", "done"), ((await MoveAsync("hds")).Mark, (await MoveAsync("fhi")).Mark));

        // What stood on the institute's bill stays there; what came after the change is on the joint one.
        Assert.Equal(["B1 HDS-000001", "B2 FHI-000001", "B3 HDS-000001"], (await HeardAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_nobody_is_known_to_bill_is_held_and_keeps_its_deadline()
    {
        await PutAsync(new TestCase().Ordered("helsearkiv").Released("helsearkiv-1"));
        Assert.Equal(new BillLook($"held {Refusals.BillerUnknown.Number}", Over: false), await MoveAsync("helsearkiv"));
        Assert.True((await StateAsync()).FindClock(ClockKind.InvoiceIssue, "B2")!.IsRunning);
        Assert.Equal("done", (await MoveAsync("hds")).Mark);
    }

    [Fact]
    public async Task What_lost_its_flow_is_billed_in_the_night_and_an_outage_keeps_nobody_else_waiting()
    {
        await PutAsync(new TestCase().Ordered("kpr").Released("kpr-1"));
        await _parts.Get<ListStore>().RebuildAsync(default);
        var reconcile = new ReconcileBills(_parts.Get<ListStore>(), _bills, _run.Case, Billers.Known);
        Assert.Equal((2, 0), await reconcile.RunAsync(default));
        Assert.Equal(["B1 HDS-000001", "B2 FHI-000001"], await HeardAsync());

        // Nobody waits any longer.
        Assert.Equal((0, 0), await reconcile.RunAsync(default));
        await ByAsync(new BillingOptions(), new NoAccessPoint());
        await GiveAsync(Actors.Kpr, new RecallOrder("kpr-1", "Feil år."));
        Assert.Equal((1, 1), await new ReconcileBills(_parts.Get<ListStore>(), _bills, _run.Case, Billers.Known).RunAsync(default));
    }

    [Fact]
    public async Task Named_bodies_are_exempt_by_their_organisation_number()
    {
        await ByAsync(new BillingOptions { ExemptBodies = { ["976390512"] = ExemptBodies.Media } });
        var content = Filled.PersonLevel("kreft") with { Invoice = new InvoiceSection("En redaksjon", "976390512", "R-1") };
        await PutAsync(new TestCase().Decided(content).Do(Actors.Handler, new DispatchOrders()).Released("kreft-1"));
        await MoveAsync("kreft");

        Assert.Equal(["B2 Fritatt mottaker, inntil 10 timer"], await HeardAsync());
    }

    [Fact]
    public async Task Hours_over_the_estimate_hold_the_order_until_a_new_one_is_accepted_and_all_hours_are_billed()
    {
        var play = new TestCase().Review();
        var expected = new FeeRequest("fhi", DeliveryKind.PersonLevel, play.Today, null, play.Today, [new WorkEntry("e", play.Today, 600)]);
        Assert.Null(FeeEstimate.Make(PriceLists.Known, FeePolicy.Default, expected, out var estimate));
        play.Do(Actors.Kpr, new IssueEstimate("kpr", 600, estimate!.Fee.Net.Ore, estimate.Fee.Lines[0].PriceList)).Do(Actors.Applicant, new AcceptEstimates(["E1"]))
            .Do(Actors.Handler, new Recommend(Core.Cases.Deciding.DecisionOutcome.Granted, "Ja.")).Do(Actors.Decider, new Core.Cases.Deciding.DecideCase(Core.Cases.Deciding.DecisionOutcome.Granted))
            .Do(Actors.Handler, new DispatchOrders())
            .Do(Actors.Kpr, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"), new RecordOrderHours("kpr-1", 660, "Uttrekk", play.Today));
        Assert.Equal(OrderState.Extracting, play.State.Orders[0].State);
        play.Do(Actors.Kpr, new RecordOrderHours("kpr-1", 1, "Uttrekk", play.Today));
        Assert.Equal(OrderState.OverEstimateHold, play.State.Orders[0].State);
        Assert.NotNull(play.Try(Actors.Kpr, new RecordOrderHours("kpr-1", 60, "Uttrekk", play.Today)));
        play.Do(Actors.Kpr, new EstimateOrder("kpr-1", 900)).Do(Actors.Applicant, new AnswerOrderEstimate("kpr-1", Accepted: true));
        Assert.Equal(OrderState.Extracting, play.State.Orders[0].State);
        play.Do(Actors.Kpr, new RecordOrderHours("kpr-1", 239, "Uttrekk", play.Today), new FinishExtraction("kpr-1", "u", 10, 1, play.Today),
            new CheckOutput("kpr-1", true, "Ja.")).Do(Actors.Releaser("kpr"), new ReleaseOrder("kpr-1", "rom"));
        await PutAsync(play);
        await MoveAsync("fhi");

        // 900 minutes: what was accepted at last, no øre more.
        Assert.Equal(Money.Kroner(15 * 1_115), (await _run.Store.LoadAsync("fhi", "2026-0001.1", default)).Bill.Totals.Net);
    }

    private static TestCase Unlinked(params string[] registers) =>
        new TestCase().Decided(Filled.PersonLevel(registers) with { Linkage = new LinkageSection(false, "Kobles ikke.") }).Do(Actors.Handler, new DispatchOrders());

    private static (string? Invoice, BillState State, Money Total) Row(BillRow row) => (row.Invoice, row.State, row.Total);

    private async Task ByAsync(BillingOptions options, IAccessPoint? accessPoint = null)
    {
        _run = new BillingRun(_parts.Account, options, accessPoint, _parts.Clock);
        await _run.PrepareAsync();
        _bills = new CaseBills(_parts.Store, _parts.Get<ExecuteCommand>(), _run.Store, _run.Case, Billers.Known, _parts.Clock, NullLogger<CaseBills>.Instance);
    }

    private async Task PutAsync(TestCase play)
    {
        _parts.Clock.Advance(play.Now - _parts.Clock.GetUtcNow());
        Assert.True(await _parts.Store.AppendAsync(new Commit(StoredCase.None(play.State.Id), play.State, play.Events, null, []), default));
    }

    private Task<BillLook> MoveAsync(string biller) => _bills.MoveAsync("2026-0001", biller, default);

    private async Task GiveAsync(Actor by, CaseCommand command) =>
        Assert.Null((await _parts.Get<ExecuteCommand>().RunAsync("2026-0001", command, by, null, null, default)).Refusal);

    private async Task ReleaseAsync(string register)
    {
        var (order, today) = ($"{register}-1", Core.Catalogue.NorwegianTime.Today(_parts.Clock));
        foreach (var command in (CaseCommand[])[new AcceptOrder(order), new StartExtraction(order), new RecordOrderHours(order, 600, "Uttrekk", today),
            new FinishExtraction(order, "u", 10, 1, today), new CheckOutput(order, true, "Ja."), new ReleaseOrder(order, "rom")])
        {
            await GiveAsync(command is ReleaseOrder ? Actors.Releaser(register) : Actors.Register(register), command);
        }
    }

    private async Task<CaseState> StateAsync() => (await _parts.Store.LoadAsync("2026-0001", default)).State;

    private async Task<IReadOnlyList<string>> HeardAsync() =>
    [
        .. (await _parts.EventsAsync("2026-0001")).Select(recorded => recorded.Event switch
        {
            InvoiceIssued issued => $"{issued.Basis} {issued.Invoice}",
            InvoiceWaived waived => $"{waived.Basis} {waived.Reason}",
            _ => null,
        }).OfType<string>(),
    ];
}
