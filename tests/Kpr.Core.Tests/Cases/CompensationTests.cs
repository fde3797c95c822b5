using Kpr.Core.Cases;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Changes;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Revocations;

namespace Kpr.Core.Tests.Cases;

/// <summary>The compensation table: nothing is deleted, all is set right by what is added.</summary>
public sealed class CompensationTests
{
    private static readonly DecisionReasons Reasons = new("§ 19 a", "Fakta.", "Hensyn.");

    [Fact]
    public void Withdrawn_in_intake_bills_the_base_price_only_and_closes_prerequisites()
    {
        var play = new TestCase().Intake().Do(Actors.Handler, new RecordHandling(300, "Lesing", new DateOnly(2026, 9, 1))).Do(Actors.Applicant, new WithdrawCase());

        Assert.Equal(Phase.Withdrawn, play.State.Phase);
        Assert.True(Assert.Single(play.State.Billing) is { BaseFee: true, Minutes: 0, Cause: BillingCause.Withdrawn });
    }

    [Fact]
    public void Withdrawn_in_review_bills_what_was_incurred_and_closes_what_is_open()
    {
        var play = new TestCase().Review().Do(Actors.Handler, new RecordHandling(300, "Lesing", new DateOnly(2026, 9, 1)), new OpenPrerequisite(PrerequisiteKind.Rek, "REK"))
            .Do(Actors.Applicant, new WithdrawCase());

        Assert.Equal(300, Assert.Single(play.State.Billing).Minutes);
        Assert.Equal(PrerequisiteStatus.Closed, Assert.Single(play.State.Prerequisites).Status);
        Assert.All(play.State.Clocks.Where(clock => clock.Kind != ClockKind.InvoiceIssue), clock => Assert.Equal(ClockStatus.Stopped, clock.Status));
    }

    [Fact]
    public void Withdrawn_while_orders_run_cancels_them_and_bills_their_hours()
    {
        var play = new TestCase().Ordered("kpr", "npr");
        play.Do(Actors.Kpr, new AcceptOrder("kpr-1"), new RecordOrderHours("kpr-1", 120, "Forberedelse", play.Today)).Do(Actors.Applicant, new WithdrawCase());

        Assert.Equal(Phase.Withdrawn, play.State.Phase);
        Assert.All(play.State.Orders, order => Assert.Equal(OrderState.Cancelled, order.State));
        Assert.Equal(LinkageState.Aborted, play.State.Linkage!.State);
        Assert.Equal(["hds", "kpr"], play.State.Billing.Select(basis => basis.Biller));
        Assert.Equal(120, play.State.Billing[1].Minutes);
    }

    [Fact]
    public void Withdrawn_after_a_delivery_demands_deletion()
    {
        var play = new TestCase().Ordered("kpr").Released("kpr-1").Do(Actors.Applicant, new WithdrawCase());

        Assert.Equal(Phase.DeletionDue, play.State.Phase);
        play.Do(Actors.Controller, new AttestDeletion("Slettet.", play.Today));
        Assert.Equal(Phase.Closed, play.State.Phase);
    }

    [Fact]
    public void Estimates_that_are_declined_or_not_answered_withdraw_the_case()
    {
        var estimate = new IssueEstimate("kpr", 600, 1_115_000, "fhi-2024");
        var declined = new TestCase().Review().Do(Actors.Kpr, estimate).Do(Actors.Applicant, new DeclineEstimates());
        Assert.Equal(Phase.Withdrawn, declined.State.Phase);
        var silent = new TestCase().Review().Do(Actors.Kpr, estimate).After(15);
        Assert.Equal(Phase.Withdrawn, silent.State.Phase);
        var accepted = new TestCase().Review().Do(Actors.Kpr, estimate).Do(Actors.Applicant, new AcceptEstimates(["E1"])).After(15);
        Assert.Equal(Phase.InReview, accepted.State.Phase);
    }

    [Fact]
    public void A_dismissal_undone_on_appeal_reopens_the_case_restores_the_clock_and_voids_a_second_base_price()
    {
        var play = new TestCase().Review();
        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("purpose.text", "Presiser.")])).After(30);
        play.Do(Actors.System, new ConfirmNotice("deficiencies/1", play.Today), new ConfirmNotice("deficiency-reminder/1", play.Today))
            .Do(Actors.Handler, new DismissSilent());
        var dismissed = play.Today;
        Assert.Equal(ClockStatus.Stopped, play.State.FindClock(ClockKind.MakeAvailable)!.Status);

        play.After(7).Do(Actors.Applicant, new FileAppeal("Meldingene kom aldri fram.")).Do(Actors.Decider, new JudgeAdmissibility(true, "I tide."), new ChangeDecision());

        Assert.Equal(Phase.InReview, play.State.Phase);
        var clock = play.State.FindClock(ClockKind.MakeAvailable)!;
        Assert.Equal([ClockAct.Started, ClockAct.Stopped, ClockAct.Resumed], clock.Rows.Select(row => row.Act));
        Assert.Equal(30, clock.ElapsedOn(clock.Due!.Value));
        Assert.Equal(BillingCause.BaseFeeVoid, play.State.Billing[^1].Cause);
        Assert.Equal(dismissed, clock.Rows[1].On);
    }

    [Fact]
    public void A_refusal_changed_on_appeal_is_a_new_version_of_the_decision_and_orders_can_go_out()
    {
        var play = Refused();
        play.Do(Actors.Applicant, new FileAppeal("Feil.")).Do(Actors.Decider, new JudgeAdmissibility(true, "I tide."), new MaintainDecision("Fastholdes."))
            .Do(Actors.Handler, new SendAppeal("sha256:1")).Do(Actors.AppealBody, new DecideAppeal(AppealResult.Changed, "Medhold.", new NewDecision(DecisionOutcome.Granted, Reasons)));

        Assert.Equal(Phase.Decided, play.State.Phase);
        Assert.Equal([1, 2], play.State.Decisions.Select(decision => decision.Version));
        Assert.Equal(AppealState.Changed, play.State.Appeal!.State);
        play.Do(Actors.Handler, new DispatchOrders());
        Assert.Equal(2, play.State.Orders.Single().DecisionVersion);
    }

    [Fact]
    public void A_decision_changed_before_delivery_replaces_and_cancels_orders()
    {
        var content = Applications.PersonLevel("kpr", "npr") with { Linkage = new LinkageSection(false, "Kobles ikke.") };
        var play = new TestCase().Decided(content).Do(Actors.Handler, new DispatchOrders());
        play.Do(Actors.Applicant, new FileAppeal("Vil ha mer.")).Do(Actors.Decider, new JudgeAdmissibility(true, "I tide."));
        var onlyKpr = new NewDecision(DecisionOutcome.PartlyGranted, Reasons, ["kpr"]);
        play.Refused(Refusals.DetrimentNotNoticed, Actors.Decider, new ChangeDecision(onlyKpr));
        play.Do(Actors.Decider, new WarnDetriment("NPR kan falle bort."), new ChangeDecision(onlyKpr));

        Assert.Equal(
            [("kpr-1", OrderState.Replaced), ("npr-1", OrderState.Cancelled), ("kpr-2", OrderState.Queued)], play.State.Orders.Select(order => (order.Id, order.State)));
        Assert.Equal(2, play.State.Orders[2].DecisionVersion);
        Assert.Equal(Phase.Fulfilment, play.State.Phase);
    }

    [Fact]
    public void A_decision_annulled_after_delivery_recalls_takes_back_access_demands_deletion_and_credits()
    {
        var play = new TestCase().Active();
        play.Do(Actors.Applicant, new FileAppeal("Vil ha mer.")).Do(Actors.Decider, new JudgeAdmissibility(true, "I tide."), new WarnDetriment("Kan bli avslag."),
            new ChangeDecision(new NewDecision(DecisionOutcome.Refused, Reasons, RefusalReasons: ["G08"])));

        Assert.Equal(Phase.DeletionDue, play.State.Phase);
        Assert.Equal(OrderState.Recalled, play.State.Orders.Single().State);
        Assert.Single(play.Of<AccessWithdrawalOrdered>());
        Assert.Single(play.Of<DisclosureMarked>());
        Assert.Equal(BillingCause.Credit, play.State.Billing[^1].Cause);
        play.Do(Actors.Controller, new AttestDeletion("Slettet.", play.Today));
    }

    [Fact]
    public void One_source_that_cannot_deliver_is_left_out_with_consent_and_an_amended_decision()
    {
        var play = new TestCase().Ordered("kpr", "npr", "kreft").AtLinker("kpr-1", "npr-1");
        play.Do(Actors.Kreft, new AcceptOrder("kreft-1"), new CannotDeliver("kreft-1", "Variabelen finnes ikke."));
        play.Refused(Refusals.SourcesMissing, Actors.Linker, new StartLinking());
        var proceed = new SettleMissingSource("kreft-1", MissingSourceChoice.Proceed, "Kilden kan ikke levere.");
        play.Refused(Refusals.ConsentMissing, Actors.Decider, proceed);
        play.Do(Actors.Applicant, new ConsentMissingSource("kreft-1")).Do(Actors.Decider, proceed)
            .Do(Actors.Linker, new StartLinking(), new FinishLinking(5, "ok"), new DeliverLinkage("room")).Do(Actors.Applicant, new ConfirmReceipt());

        Assert.Equal(Phase.Active, play.State.Phase);
        Assert.Equal((DecisionCause.Amendment, 2), (play.State.Decision!.Cause, play.State.Decision.Version));
        Assert.Equal(["kpr", "npr"], play.State.Decision.Sources);
    }

    [Fact]
    public void Every_source_failing_fails_the_case_and_it_can_be_ordered_anew_or_closed()
    {
        var play = new TestCase().Ordered("kpr").Do(Actors.Kpr, new CannotDeliver("kpr-1", "Nei."));
        Assert.Equal(Phase.Failed, play.State.Phase);
        play.Do(Actors.Handler, new ReplanOrders(["kpr"]));
        Assert.Equal(Phase.Fulfilment, play.State.Phase);
        play.Do(Actors.Kpr, new CannotDeliver("kpr-2", "Nei.")).Do(Actors.Handler, new CloseCase("Ingen data."));
        Assert.Equal(Phase.Closed, play.State.Phase);
    }

    [Fact]
    public void Wrong_data_are_recalled_with_an_incident_and_delivered_again_free_of_charge()
    {
        var play = new TestCase().Active().Do(Actors.Kpr, new RecallOrder("kpr-1", "Feil år."));
        Assert.Single(play.Of<IncidentRecorded>());
        Assert.Equal(BillingCause.Credit, play.State.Billing[^1].Cause);
        var bills = play.State.Billing.Count;
        play.Do(Actors.Handler, new ReplaceOrder("kpr-1", "Leveres på nytt.")).Released("kpr-2").Do(Actors.Applicant, new ConfirmReceipt());

        Assert.True(play.State.FindOrder("kpr-2")!.ZeroPrice);
        Assert.Equal(bills, play.State.Billing.Count);
        Assert.Equal(OrderState.Recalled, play.State.FindOrder("kpr-1")!.State);
    }

    [Fact]
    public void A_linker_that_fails_is_replaced_and_keys_are_issued_anew()
    {
        var play = new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1", "npr-1").Do(Actors.Linker, new StartLinking(), new ReportLinkerFailure("Utstyr."));
        play.Refused(Refusals.SameLinker, Actors.Decider, new DesignateLinker(RegisterTable.Fhi));
        play.Do(Actors.Decider, new DesignateLinker(Actors.ControllerNumber)).Do(Actors.Handler, new IssueKeys("batch-2"));

        Assert.Equal("batch-2", play.State.Linkage!.KeyBatch);
        Assert.Empty(play.State.Linkage.Arrived);
        Assert.All(play.State.Orders, order => Assert.Equal(OrderState.Extracting, order.State));
    }

    [Fact]
    public void More_work_than_accepted_holds_the_order_until_the_applicant_accepts()
    {
        var play = new TestCase().Review().Do(Actors.Kpr, new IssueEstimate("kpr", 600, 1, "fhi")).Do(Actors.Applicant, new AcceptEstimates(["E1"]))
            .Do(Actors.Handler, new Recommend(DecisionOutcome.Granted, "Ja.")).Do(Actors.Decider, new DecideCase(DecisionOutcome.Granted)).Do(Actors.Handler, new DispatchOrders());
        play.Do(Actors.Kpr, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"), new RecordOrderHours("kpr-1", 660, "Innenfor", play.Today));
        Assert.Equal(OrderState.Extracting, play.State.Orders[0].State);
        play.Do(Actors.Kpr, new RecordOrderHours("kpr-1", 1, "Over", play.Today));
        Assert.Equal(OrderState.OverEstimateHold, play.State.Orders[0].State);
        play.Do(Actors.Kpr, new EstimateOrder("kpr-1", 900)).Do(Actors.Applicant, new AnswerOrderEstimate("kpr-1", true));

        Assert.True(play.State.Orders[0] is { State: OrderState.Extracting, EstimatedMinutes: 900 });
    }

    [Fact]
    public void A_suspended_decision_releases_nothing_and_holds_the_clock()
    {
        var play = new TestCase().Ordered("kpr").Extracted("kpr-1").Do(Actors.Decider, new SuspendEffect("Klage fra tredjepart."));
        play.Refused(Refusals.EffectSuspended, Actors.Kpr, new ReleaseOrder("kpr-1", "room"));
        Assert.Equal(ClockStatus.Paused, play.State.FindClock(ClockKind.MakeAvailable)!.Status);
        play.Do(Actors.Decider, new RestoreEffect("Avgjort.")).Do(Actors.Releaser("kpr"), new ReleaseOrder("kpr-1", "room"));
    }

    [Fact]
    public void A_change_gives_a_new_version_and_replaces_only_the_orders_it_touches()
    {
        var content = Applications.PersonLevel("kpr", "npr") with { Linkage = new LinkageSection(false, "Kobles ikke.") };
        var play = new TestCase().Decided(content).Do(Actors.Handler, new DispatchOrders()).Extracted("npr-1");
        play.Do(Actors.System, new LinkChange("2026-0002", 1), new ApplyChange("2026-0002", new ApplicationContent(Delivery: new DeliverySection("parquet")), ["kpr", "npr"], ["kpr"]));

        Assert.Equal(
            [("kpr-1", OrderState.Replaced), ("npr-1", OrderState.QualityCheck), ("kpr-2", OrderState.Queued)], play.State.Orders.Select(order => (order.Id, order.State)));
        Assert.Equal(2, play.State.Decision!.Version);
        Assert.Equal(2, play.State.Decisions.Count);
        play.Do(Actors.Releaser("npr"), new ReleaseOrder("npr-1", "room"));
    }

    [Fact]
    public void A_revocation_hears_the_data_user_demands_deletion_and_may_be_appealed()
    {
        var play = new TestCase().Active().Do(Actors.Handler, new OpenRevocation("Vilkår brutt."));
        play.Refused(Refusals.HearingNotOver, Actors.Decider, new Revoke("Vilkår brutt."));
        play.Do(Actors.Applicant, new AnswerHearing("Uenig.")).Do(Actors.Decider, new Revoke("Vilkår brutt."));
        Assert.Equal(Phase.Revoked, play.State.Phase);
        Assert.True(play.State.FindClock(ClockKind.Deletion)!.IsRunning);

        play.Do(Actors.Applicant, new FileAppeal("Feil.")).Do(Actors.Decider, new JudgeAdmissibility(true, "I tide."), new ChangeDecision());
        Assert.Equal(Phase.Active, play.State.Phase);
        Assert.True(play.State.FindClock(ClockKind.Permit)!.IsRunning);
    }

    [Fact]
    public void An_upheld_appeal_leaves_the_case_as_it_was_and_cannot_be_repeated()
    {
        var play = Refused().Do(Actors.Applicant, new FileAppeal("Feil.")).Do(Actors.Decider, new JudgeAdmissibility(true, "I tide."), new MaintainDecision("Fastholdes."))
            .Do(Actors.Handler, new SendAppeal("sha256:1")).Do(Actors.AppealBody, new DecideAppeal(AppealResult.Upheld, "Stadfestet."));

        Assert.Equal(Phase.Refused, play.State.Phase);
        play.Refused(Refusals.AppealSettled, Actors.Applicant, new FileAppeal("En gang til."));
    }

    [Fact]
    public void A_late_appeal_needs_an_excuse_and_after_a_year_there_is_none()
    {
        var play = Refused();
        play.Until(play.State.FindClock(ClockKind.Appeal)!.Due!.Value.AddDays(1));
        play.Refused(Refusals.AppealTooLate, Actors.Applicant, new FileAppeal("Feil."));
        play.Do(Actors.Applicant, new FileAppeal("Feil.", "Sykdom."), new WithdrawAppeal()).After(370);
        play.Refused(Refusals.AppealAfterYear, Actors.Applicant, new FileAppeal("Feil.", "Sykdom."));
    }

    private static TestCase Refused() => new TestCase().Review().Do(Actors.Handler, new Recommend(DecisionOutcome.Refused, "Nei."))
        .Do(Actors.Decider, new DecideCase(DecisionOutcome.Refused, Reasons, ["G08"]));
}
