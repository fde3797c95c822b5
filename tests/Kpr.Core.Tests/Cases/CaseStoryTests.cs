using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Tests.Cases;

public sealed class CaseStoryTests
{
    [Fact]
    public void Statistics_for_a_student_go_from_draft_to_closed_and_tell_that_the_fee_is_waived()
    {
        var play = new TestCase().Decided(Applications.Statistics(), ApplicationKind.Statistics).Do(Actors.Handler, new DispatchOrders());
        play.Released("kpr-1").Do(Actors.Applicant, new ConfirmReceipt());

        Assert.Equal(Phase.Closed, play.State.Phase);
        Assert.All(play.State.Billing, basis => Assert.True(basis.Student));
        Assert.Empty(play.Of<DisclosureEntered>());
        Assert.Equal(ClockStatus.Stopped, play.State.FindClock(ClockKind.MakeAvailable)!.Status);
    }

    [Fact]
    public void Person_level_data_with_a_round_of_questions_count_from_the_answer_and_end_in_attested_deletion()
    {
        var play = new TestCase().Intake();
        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("people.persons", "Hvem har tilgang?")]));
        Assert.Equal(Phase.AwaitingApplicant, play.State.Phase);
        play.After(3).Do(Actors.Applicant, new AnswerDeficiencies([new DeficiencyAnswer("M1", "Listen er rettet.")]));
        Assert.Equal(Phase.Intake, play.State.Phase);
        play.Refused(Refusals.DeficienciesOpen, Actors.Handler, new DeclareComplete());
        play.After(5).Do(Actors.Handler, new ResolveDeficiencies(["M1"]), new DeclareComplete(), TestCase.Assess());
        var clock = play.State.FindClock(ClockKind.MakeAvailable)!;
        Assert.Equal(new DateOnly(2026, 9, 4), clock.Rows[0].On);
        Assert.Equal(new DateOnly(2026, 10, 16), clock.Due);

        play.Do(Actors.Handler, new Recommend(DecisionOutcome.Granted, "Ja.")).Do(Actors.Decider, new DecideCase(DecisionOutcome.Granted))
            .Do(Actors.Handler, new DispatchOrders()).Released("kpr-1").Do(Actors.Applicant, new ConfirmReceipt());
        Assert.Equal(Phase.Active, play.State.Phase);

        play.Until(Applications.Ends.AddDays(-90));
        Assert.Equal(Phase.Expiring, play.State.Phase);
        play.Until(Applications.Ends.AddDays(1));
        Assert.Equal([90, 45, 30], play.Of<ExpiryNoticed>().Select(notice => notice.DaysBefore));
        Assert.Equal(Phase.DeletionDue, play.State.Phase);
        play.Do(Actors.Controller, new AttestDeletion("Slettet fra analyserommet.", play.Today));
        Assert.Equal(Phase.Closed, play.State.Phase);
        Assert.Equal(play.State.Decision!.On.AddYears(10), play.Of<DisclosureEntered>().Single().KeptUntil);
    }

    [Fact]
    public void Three_linked_registers_wait_for_the_late_one_and_sixty_working_days_run()
    {
        var play = new TestCase().Ordered("kpr", "npr", "kreft");
        Assert.Equal(ClockCatalogue.LinkedTerm, play.State.FindClock(ClockKind.MakeAvailable)!.Rows[0].Term);
        play.AtLinker("kpr-1", "npr-1");
        play.Refused(Refusals.SourcesMissing, Actors.Linker, new StartLinking());

        play.Until(play.State.FindClock(ClockKind.OrderDelivery, "kreft-1")!.Due!.Value.AddDays(1));
        Assert.Equal(["kreft-1"], play.Of<OrderOverdue>().Select(late => late.Order));
        play.AtLinker("kreft-1").Do(Actors.Linker, new StartLinking(), new FinishLinking(900, "Kontrollert."), new DeliverLinkage("room/1"));
        Assert.All(play.State.Orders, order => Assert.Equal(OrderState.Released, order.State));
        play.Do(Actors.Applicant, new ConfirmReceipt()).Do(Actors.Linker, new SettleKey());

        Assert.Equal(Phase.Active, play.State.Phase);
        Assert.Equal(["kpr", "npr", "kreft"], play.Of<DisclosureEntered>().Select(entry => entry.Register));
        Assert.Equal(["hds", "kpr", "npr", "kreft"], play.State.Billing.Select(basis => basis.Biller));
        Assert.Equal(4, play.State.Billing.Select(basis => basis.Id).Distinct().Count());
    }

    [Fact]
    public void Silence_is_reminded_then_dismissed_only_with_proof_of_both_notices()
    {
        var play = new TestCase(start: "2026-09-01").Intake();
        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("legal.rek", "Send vedtaket.")]));
        play.Refused(Refusals.PeriodsNotOver, Actors.Handler, new DismissSilent());

        play.Until(new DateOnly(2026, 9, 16));
        Assert.Equal(new DateOnly(2026, 9, 16), play.State.Round!.RemindedOn);
        play.Until(new DateOnly(2026, 9, 24));
        Assert.Equal(new DateOnly(2026, 9, 24), play.State.Round!.SilentSince);
        play.Refused(Refusals.NoticesNotProven, Actors.Handler, new DismissSilent());
        play.Do(Actors.System, new ConfirmNotice("deficiencies/1", new DateOnly(2026, 9, 1)), new ConfirmNotice("deficiency-reminder/1", new DateOnly(2026, 9, 16)))
            .Do(Actors.Handler, new DismissSilent());

        Assert.Equal(Phase.Dismissed, play.State.Phase);
        var basis = Assert.Single(play.State.Billing);
        Assert.True(basis is { Cause: BillingCause.Dismissed, BaseFee: true, Minutes: 0 });
    }

    [Fact]
    public void A_draft_that_nobody_saves_is_warned_of_and_deleted()
    {
        var play = new TestCase().Draft(Applications.PersonLevel());
        play.After(170);
        Assert.Single(play.Of<DraftExpiryWarned>());
        play.Do(Actors.Applicant, new SaveDraft(new ApplicationContent(Delivery: new DeliverySection("parquet"))));
        play.After(20);
        Assert.Equal(Phase.Draft, play.State.Phase);
        play.After(200);

        Assert.Equal(Phase.Deleted, play.State.Phase);
        Assert.Equal(2, play.Of<DraftExpiryWarned>().Count());
        Assert.True(play.State.Content.IsEmpty);
    }

    [Fact]
    public void An_incomplete_application_says_what_must_be_filled_in()
    {
        var play = new TestCase().Draft(new ApplicationContent());
        play.Refused(Refusals.MandatoryMissing, Actors.Applicant, new Submit());
        Assert.Contains("M01:project.title", play.Try(Actors.Applicant, new Submit())!.About);
    }

    [Fact]
    public void An_attachment_that_was_not_scanned_keeps_an_application_from_being_sent()
    {
        var play = new TestCase().Draft(Applications.PersonLevel());
        play.Do(Actors.Applicant, new Attach("late", AttachmentKind.Other, "sen.pdf", "application/pdf", 10, new string('b', 64)));
        play.Refused(Refusals.AttachmentsNotScanned, Actors.Applicant, new Submit());
        play.Do(Actors.System, new ScanAttachment("late", ScanResult.Refused));
        play.Refused(Refusals.AttachmentsNotScanned, Actors.Applicant, new Submit());
        play.Do(Actors.Applicant, new RemoveAttachment("late"), new Submit());
    }

    [Fact]
    public void Research_stays_and_a_statutory_task_goes_to_the_register_with_a_receipt()
    {
        var task = Applications.PersonLevel() with
        {
            Purpose = new PurposeSection(PurposeCategory.HealthAnalysis, "Planlegging.", PublicBody: true, StatutoryTask: "helse- og omsorgstjenesteloven § 3-1"),
        };
        var play = new TestCase().Draft(task).Do(Actors.Applicant, new Submit());

        Assert.Equal(Phase.RoutedAway, play.State.Phase);
        Assert.True(play.State.RoutedTo is { To: "kpr", Rule: "A02" });
    }

    [Fact]
    public void A_question_during_review_holds_no_clock_unless_completeness_is_reopened()
    {
        var play = new TestCase().Review();
        var due = play.State.FindClock(ClockKind.MakeAvailable)!.Due;
        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("purpose.text", "Presiser.")])).After(4)
            .Do(Actors.Applicant, new AnswerDeficiencies([new DeficiencyAnswer("M1", "Presisert.")]));
        Assert.Equal(Phase.InReview, play.State.Phase);
        Assert.Equal(due, play.State.FindClock(ClockKind.MakeAvailable)!.Due);

        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("legal.rek", "Vedtaket mangler.")], "REK-vedtaket er ikke vedlagt"));
        Assert.Equal(ClockStatus.Paused, play.State.FindClock(ClockKind.MakeAvailable)!.Status);
        play.After(6).Do(Actors.Applicant, new AnswerDeficiencies([new DeficiencyAnswer("M2", "Vedlagt.")])).Do(Actors.Handler, new ResolveDeficiencies(["M1", "M2"]));
        play.Refused(Refusals.NotComplete, Actors.Handler, new Recommend(DecisionOutcome.Granted, "Ja."));
        var answered = play.Today;
        play.Do(Actors.Handler, new DeclareComplete());
        Assert.Equal(answered, play.State.FindClock(ClockKind.MakeAvailable)!.Rows[^1].On);
        Assert.Contains(play.Events, recorded => recorded.Event is CompletenessReopened);
    }

    [Fact]
    public void A_deficiency_that_a_rule_found_is_settled_by_that_rule_when_the_answer_mends_it()
    {
        var content = Applications.PersonLevel();
        var play = new TestCase().Intake(content with { Security = content.Security! with { StoragePlace = null } });
        play.Do(Actors.Handler, new AskApplicant([new DeficiencyItem("security.storagePlace", "Hvor lagres data?", "M10")]));
        play.Do(Actors.Applicant, new AnswerDeficiencies([new DeficiencyAnswer("M1", "Se feltet.")], new ApplicationContent(Security: content.Security)));

        Assert.Equal(DeficiencyStatus.Resolved, play.State.Deficiencies.Single().Status);
        Assert.Equal(2, play.State.Versions.Count);
        var change = Assert.Single(ContentDiff.Between(play.State.Versions[0].Content, play.State.Versions[1].Content));
        Assert.Equal(("security.storagePlace", (string?)null, "Analyserom ved universitetet"), (change.Path, change.Before, change.After));
        play.Do(Actors.Handler, new DeclareComplete());
    }
}
