using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Review;
using Kpr.Core.Invoices;
using Kpr.Core.Invoices.Bills;
using Kpr.Core.Pricing;
using Kpr.Core.Tests.Cases;

namespace Kpr.Core.Tests.Invoices;

/// <summary>What billing reads out of a case, and when it bills it.</summary>
public sealed class BillingWorkTests
{
    [Fact]
    public void A_decision_bills_the_base_price_and_the_entries_of_handling_to_the_payer_of_the_application()
    {
        var work = WorkOf(new TestCase().Decided(), "B1");

        Assert.True(work.Request is { BaseFee: true, IncurredOnly: false, MinutesBefore: 0, Kind: DeliveryKind.PersonLevel, Student: false });
        Assert.Equal([(690, new DateOnly(2026, 9, 1))], work.Request.Work.Select(entry => (entry.Minutes, entry.On)));
        Assert.StartsWith("2026-0001/", work.Request.Work[0].Id, StringComparison.Ordinal);
        Assert.Empty(work.Buyer.Faults);
        Assert.Equal(new DateOnly(2026, 9, 1), work.Request.DecidedOn);
    }

    [Fact]
    public void An_order_bills_its_own_hours_and_no_others()
    {
        var play = new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1", "npr-1").Do(Actors.Linker, new Core.Cases.Linkages.StartLinking(), new Core.Cases.Linkages.FinishLinking(10, "Kontrollert."),
            new Core.Cases.Linkages.DeliverLinkage("rom/1"));
        Assert.Equal(["B1", "B2", "B3"], play.State.Billing.Select(basis => basis.Id));
        var (kpr, npr) = (WorkOf(play, "B2"), WorkOf(play, "B3"));
        Assert.Equal((600, 600), (kpr.Request!.Work.Sum(entry => entry.Minutes), npr.Request!.Work.Sum(entry => entry.Minutes)));
        Assert.Empty(kpr.Request.Work.Select(entry => entry.Id).Intersect(npr.Request.Work.Select(entry => entry.Id)));
        Assert.False(kpr.Request.BaseFee);
    }

    [Fact]
    public void A_withdrawal_bills_what_was_done_without_any_minimum()
    {
        var play = new TestCase().Ordered("kreft");
        play.Do(Actors.Kreft, new AcceptOrder("kreft-1"), new RecordOrderHours("kreft-1", 120, "Forberedelse", play.Today)).Do(Actors.Applicant, new WithdrawCase());
        var work = WorkOf(play, "B2");

        Assert.True(work.Request is { IncurredOnly: true });
        var fee = new FeeCalculation(PriceLists.Known, FeePolicy.Default).Price(work.Request with { Payee = "kreft" }).Fee!;
        Assert.Equal(Money.Kroner(2 * 1_155), fee.Net);
    }

    [Fact]
    public void A_dismissal_bills_the_base_price_alone_and_an_appeal_that_undoes_it_takes_that_back()
    {
        var play = new TestCase().Review().Do(Actors.Handler, new RecordHandling(300, "Lesing", new DateOnly(2026, 9, 1)));
        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("purpose.text", "Presiser.")])).After(30);
        play.Do(Actors.System, new ConfirmNotice("deficiencies/1", play.Today), new ConfirmNotice("deficiency-reminder/1", play.Today)).Do(Actors.Handler, new DismissSilent());
        Assert.True(WorkOf(play, "B1").Request is { BaseFee: true, Work.Count: 0 });

        play.After(7).Do(Actors.Applicant, new Core.Cases.Appeals.FileAppeal("Meldingene kom aldri fram."))
            .Do(Actors.Decider, new Core.Cases.Appeals.JudgeAdmissibility(true, "I tide."), new Core.Cases.Appeals.ChangeDecision());
        var back = WorkOf(play, "B2");
        Assert.Equal((null, "B1"), (back.Request, back.TakesBack));
    }

    [Fact]
    public void Handling_after_a_bill_is_billed_once_and_hours_begun_are_counted_over_all_of_it()
    {
        var play = new TestCase().Ordered("kpr");
        play.Do(Actors.Kpr, new AcceptOrder("kpr-1"), new CannotDeliver("kpr-1", "Variabelen finnes ikke."))
            .Do(Actors.Handler, new RecordHandling(20, "Avslutning", play.Today), new CloseCase("Ingenting kan leveres."));
        var later = WorkOf(play, "B2");

        Assert.Equal((690, 20, false), (later.Request!.MinutesBefore, later.Request.Work.Sum(entry => entry.Minutes), later.Request.BaseFee));

        // 690 minutes are twelve hours begun; twenty more fit into the twelfth.
        Assert.Empty(new FeeCalculation(PriceLists.Known, FeePolicy.Default).Price(later.Request with { Payee = "hds" }).Fee!.Lines);
    }

    [Fact]
    public void Data_called_back_take_back_what_their_delivery_billed()
    {
        var play = new TestCase().Ordered("kpr").Released("kpr-1").Do(Actors.Kpr, new RecallOrder("kpr-1", "Feil år."));

        Assert.Equal((null, "B2"), (WorkOf(play, "B3").Request, WorkOf(play, "B3").TakesBack));
        Assert.Null(BillingWork.Of("2026-0001", play.Events, "B9"));
        Assert.Null(BillingWork.Of("2026-0001", [], "B1"));
    }

    [Fact]
    public void Hours_cannot_be_added_to_what_was_delivered_and_billed()
    {
        var play = new TestCase().Ordered("kpr").Released("kpr-1");
        Assert.Equal(205, play.Try(Actors.Kpr, new RecordOrderHours("kpr-1", 60, "For sent ført", play.Today))?.Number);
        Assert.Equal(600, WorkOf(play, "B2").Request!.Work.Sum(entry => entry.Minutes));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(1_441)]
    public void Hours_that_cannot_be_do_not_get_into_a_case(int minutes)
    {
        var play = new TestCase().Ordered("kpr").Do(Actors.Kpr, new AcceptOrder("kpr-1"));
        play.Refused(Refusals.AmountMissing, Actors.Kpr, new RecordOrderHours("kpr-1", minutes, "Uttrekk", play.Today));
        play.Refused(Refusals.AmountMissing, Actors.Handler, new RecordHandling(minutes, "Saksbehandling", play.Today));
    }

    [Fact]
    public void A_flagged_student_with_anonymous_data_and_a_refresh_are_known_to_pricing()
    {
        var content = Core.Tests.Cases.Applications.PersonLevel();
        var student = new TestCase().Decided(content with { Project = content.Project! with { StudentProject = true } });
        Assert.False(WorkOf(student, "B1").Request!.Student);
        var refresh = new TestCase().Decided(content with { Project = content.Project! with { DataRefresh = true } });
        Assert.True(WorkOf(refresh, "B1").Request!.Refresh);
    }

    [Fact]
    public void A_bill_waits_for_all_that_its_biller_delivers_but_not_beyond_its_month()
    {
        var play = new TestCase().Decided(Core.Tests.Cases.Applications.PersonLevel("kpr", "npr") with { Linkage = new LinkageSection(false, "Kobles ikke.") });
        string[] fhi = ["kpr", "npr"];
        Assert.False(BillMoment.IsFinished(play.State, fhi));
        Assert.True(BillMoment.IsFinished(play.State, ["hds"]));
        play.Do(Actors.Handler, new DispatchOrders()).Released("kpr-1");
        Assert.False(BillMoment.IsFinished(play.State, fhi));
        Assert.True(BillMoment.IsFinished(play.State, ["kpr"]));
        play.Do(Actors.Npr, new AcceptOrder("npr-1"), new CannotDeliver("npr-1", "Variabelen finnes ikke."));
        Assert.True(BillMoment.IsFinished(play.State, fhi));

        var bill = new TestBill().Do(new OpenBill("2026-0001", "fhi", TestBill.Buyer), play.Today).Bill;
        Assert.Null(BillMoment.WaitsUntil(bill));
        Assert.Equal(new DateOnly(2026, 9, 24), BillMoment.WaitsUntil(bill with { Bases = [new BilledBasis("B2", new DateOnly(2026, 9, 1), [])] }));
    }

    private static BillingWork WorkOf(TestCase play, string basis) => BillingWork.Of(play.State.Id, play.Events, basis)!;
}
