using Kpr.Core.Cases;
using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Intake;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Tests.Cases;

public sealed class DecisionGuardTests
{
    private static readonly Recommend Recommended = new(DecisionOutcome.Granted, "Ja.");
    private static readonly DecideCase Grant = new(DecisionOutcome.Granted);
    private static readonly DecisionReasons Reasons = new("§ 19 a", "Fakta.", "Hensyn.");

    [Fact]
    public void A_grant_needs_every_gate_and_says_which_is_missing()
    {
        var play = new TestCase().Intake().Do(Actors.Handler, new DeclareComplete(), Recommended);

        Assert.Equal(["G01", "G05", "G08"], play.Try(Actors.Decider, Grant)!.About);
        play.Refused(Refusals.GatesNotPassed, Actors.Decider, Grant);
    }

    [Fact]
    public void Before_15_april_2026_no_gate_asks_for_the_security_of_society()
    {
        var play = new TestCase(start: "2026-03-16").Intake().Do(Actors.Handler, new DeclareComplete(), Recommended);

        Assert.Equal(["G01", "G05"], play.Try(Actors.Decider, Grant)!.About);
    }

    [Fact]
    public void Handler_and_decider_are_two_persons_at_assignment_and_at_the_decision()
    {
        var both = new Actor(Role.Decider, Actors.Handler.Subject);
        var play = new TestCase().Review();
        play.Refused(Refusals.FourEyes, Actors.Coordinator, new AssignDecider(Actors.Handler.Subject));
        play.Do(Actors.Handler, Recommended);
        play.Refused(Refusals.FourEyes, both, Grant);

        // Nor may the handler give the case away and decide on the own recommendation.
        play.Do(Actors.Coordinator, new AssignHandler(Actors.OtherHandler.Subject));
        play.Refused(Refusals.FourEyes, both, Grant);
        play.Do(Actors.Decider, Grant);
    }

    [Fact]
    public void Who_is_not_impartial_loses_the_case_and_may_neither_take_nor_decide_it()
    {
        var play = new TestCase().Review().Do(Actors.Handler, new DeclareConflict(Actors.Handler.Subject, "Medforfatter."));
        Assert.Null(play.State.Staff.Handler);
        play.Refused(Refusals.Conflicted, Actors.Handler, Recommended);
        play.Refused(Refusals.NotImpartial, Actors.Coordinator, new AssignHandler(Actors.Handler.Subject));
        play.Do(Actors.Coordinator, new AssignHandler(Actors.OtherHandler.Subject), new DeclareConflict(Actors.Decider.Subject, "Slektskap.")).Do(Actors.OtherHandler, Recommended);
        play.Refused(Refusals.Conflicted, Actors.Decider, Grant);
        play.Refused(Refusals.OnlyForYourself, Actors.OtherHandler, new DeclareConflict("decider-2", "Mistanke."));
    }

    [Fact]
    public void A_handler_who_is_the_applicant_is_no_handler_in_that_case()
    {
        var play = new TestCase().Intake();
        var self = new Actor(Role.Handler, Actors.Applicant.Subject);

        play.Refused(Refusals.Conflicted, self, new AssignHandler(self.Subject));
        play.Refused(Refusals.NotImpartial, Actors.Coordinator, new AssignHandler(self.Subject));
    }

    [Fact]
    public void Open_questions_prerequisites_and_estimates_stand_in_the_way()
    {
        var play = new TestCase().Review().Do(Actors.Handler, new OpenPrerequisite(PrerequisiteKind.RegisterConsultation, "kpr", Required: false));
        play.Do(Actors.Handler, Recommended);
        Assert.Equal(["G14"], play.Try(Actors.Decider, Grant)!.About);
        play.Do(Actors.Decider, new ReturnRecommendation("Spør registeret."));
        play.Refused(Refusals.NotASource, Actors.Handler, new OpenPrerequisite(PrerequisiteKind.RegisterConsultation, "npr"));
        play.Refused(Refusals.NotYours, Actors.Npr, new ResolvePrerequisite("P1", PrerequisiteStatus.Granted));
        play.Do(Actors.Kpr, new ResolvePrerequisite("P1", PrerequisiteStatus.Granted), new IssueEstimate("kpr", 60, 111_500, "fhi"));
        play.Refused(Refusals.WrongPhase, Actors.Handler, Recommended);
        play.Refused(Refusals.OtherRegister, Actors.KprFinance, new IssueEstimate("hds", 60, 1, "hds"));
        play.Do(Actors.Applicant, new AcceptEstimates(["E1"])).Do(Actors.Handler, new OpenPrerequisite(PrerequisiteKind.Rek, "REK"));
        Assert.Equal(Phase.AwaitingExternal, play.State.Phase);
        play.Do(Actors.Handler, new ResolvePrerequisite("P2", PrerequisiteStatus.Refused), Recommended);
        play.Refused(Refusals.PrerequisitesRefused, Actors.Decider, Grant);
    }

    [Fact]
    public void An_offer_of_ssb_lapses_after_two_weeks_and_is_answered_by_the_applicant_alone()
    {
        var play = new TestCase().Review().Do(Actors.Handler, new OpenPrerequisite(PrerequisiteKind.SsbOffer, "SSB"));
        play.Refused(Refusals.AnswerOfAnother, Actors.Kpr, new ResolvePrerequisite("P1", PrerequisiteStatus.Granted));
        play.After(15);

        Assert.Equal(PrerequisiteStatus.Lapsed, play.State.Prerequisites[0].Status);
        Assert.Equal(Phase.InReview, play.State.Phase);
    }

    [Fact]
    public void A_refusal_names_a_rule_in_force_and_has_reasons()
    {
        var play = new TestCase().Review().Do(Actors.Handler, Recommended);
        play.Refused(Refusals.ReasonsMissing, Actors.Decider, new DecideCase(DecisionOutcome.Refused, null, ["G08"]));
        play.Refused(Refusals.RefusalReasonMissing, Actors.Decider, new DecideCase(DecisionOutcome.Refused, Reasons));
        play.Refused(Refusals.RefusalReasonMissing, Actors.Decider, new DecideCase(DecisionOutcome.Refused, Reasons, ["G07P"]));
        play.Refused(Refusals.RefusalReasonMissing, Actors.Decider, new DecideCase(DecisionOutcome.Refused, Reasons, ["G99"]));
        play.Do(Actors.Decider, new DecideCase(DecisionOutcome.Refused, Reasons, ["G08"]));
        Assert.Equal(Phase.Refused, play.State.Phase);
    }

    [Fact]
    public void A_part_is_not_the_whole_a_condition_protects_someone_and_an_end_lies_ahead()
    {
        var play = new TestCase().Review(Applications.PersonLevel("kpr", "npr")).Do(Actors.Handler, Recommended);
        play.Refused(Refusals.PartOnly, Actors.Decider, Grant with { Sources = ["kpr"] });
        play.Refused(Refusals.NotASource, Actors.Decider, Grant with { Sources = ["msis"] });
        play.Refused(Refusals.ConditionUnfounded, Actors.Decider, Grant with { Conditions = [new DecisionCondition("Slett.", "")] });
        play.Refused(Refusals.EndMissing, Actors.Decider, Grant with { EndsOn = new DateOnly(2020, 1, 1) });
        play.Do(Actors.Decider, new DecideCase(DecisionOutcome.PartlyGranted, Reasons, Sources: ["kpr"], Conditions: [new DecisionCondition("Slett.", "Mindre risiko.")]));
        Assert.Equal(["kpr"], play.State.Decision!.Sources);
        Assert.StartsWith("regler-2026-04-15", play.State.Decision.Pack, StringComparison.Ordinal);
        Assert.Contains("Helseklage", play.State.Decision.Notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Data_are_released_by_the_current_decision_to_confirmed_persons_without_those_who_reserved()
    {
        var content = Applications.PersonLevel();
        var play = new TestCase().Ordered("kpr").Do(Actors.Kpr, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"));
        play.Refused(Refusals.WrongOrderState, Actors.Kpr, new ReleaseOrder("kpr-1", "room"));
        play.Do(Actors.Kpr, new FinishExtraction("kpr-1", "out", 10, 1));
        play.Refused(Refusals.OutputNotChecked, Actors.Kpr, new ReleaseOrder("kpr-1", "room"));
        play.Do(Actors.Kpr, new CheckOutput("kpr-1", true, "ok"));
        play.Refused(Refusals.ReservationsNotApplied, Actors.Kpr, new ReleaseOrder("kpr-1", "room"));
        play.Refused(Refusals.NotYours, Actors.Npr, new ReleaseOrder("kpr-1", "room"));
        play.Refused(Refusals.PersonsNotConfirmed, Actors.Applicant, new ChangePersons([content.People!.Persons[0] with { Name = "Ny", ConfirmedByController = false }]));

        var old = new TestCase().Ordered("kpr").Do(Actors.Kpr, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"), new FinishExtraction("kpr-1", "out", 10, 7, new DateOnly(2026, 9, 1)), new CheckOutput("kpr-1", true, "ok"));
        old.Refused(Refusals.DecisionNotCurrent, Actors.Kpr, new ReleaseOrder("kpr-1", "room"));
    }

    [Fact]
    public void A_register_sees_no_order_of_another_and_judges_no_condition_after_a_waiver()
    {
        var content = Applications.PersonLevel("kpr", "npr");
        var play = new TestCase().Intake(content with { Legal = content.Legal! with { Route = ConfidentialityRoute.Waiver } })
            .Do(Actors.Handler, new DeclareComplete(), TestCase.Assess(), new OpenPrerequisite(PrerequisiteKind.Waiver, "Helsedataservice"), new ResolvePrerequisite("P1", PrerequisiteStatus.Granted, "2026/1"), Recommended)
            .Do(Actors.Decider, Grant).Do(Actors.Handler, new DispatchOrders(RegisterTable.Fhi));
        play.Refused(Refusals.UnknownOrder, Actors.Npr, new AcceptOrder("kpr-1"));
        play.Refused(Refusals.NotJudgedAgain, Actors.Kpr, new CannotDeliver("kpr-1", "Formålet holder ikke.", ConditionNotFulfilled: true));
        play.Do(Actors.Kpr, new CannotDeliver("kpr-1", "Data finnes ikke."));
    }

    [Fact]
    public void Orders_wait_for_the_appeal_period_when_the_policy_says_so()
    {
        var play = new TestCase(CasePolicy.Default with { OrdersAwaitAppealPeriod = true }).Decided();
        play.Refused(Refusals.AppealPeriodNotOver, Actors.Handler, new DispatchOrders());
        play.After(22).Do(Actors.Handler, new DispatchOrders());
    }

    [Fact]
    public void Reasons_asked_for_and_given_begin_the_appeal_period_anew()
    {
        var play = new TestCase().Decided().After(10).Do(Actors.Applicant, new RequestReasons()).After(5).Do(Actors.Decider, new GiveReasons(Reasons));

        Assert.Equal(play.Today, play.State.FindClock(ClockKind.Appeal)!.Rows[^1].On);
        play.Refused(Refusals.ReasonsGivenAlready, Actors.Applicant, new RequestReasons());
    }

    [Fact]
    public void The_appeal_period_runs_from_the_day_the_notice_arrived()
    {
        var play = new TestCase().Decided().After(4).Do(Actors.System, new ConfirmNotice("decision/1", new DateOnly(2026, 9, 4)));

        Assert.Equal(new DateOnly(2026, 9, 25), play.State.FindClock(ClockKind.Appeal)!.Due);
    }

    [Fact]
    public void A_restricted_case_is_nothing_to_other_handlers()
    {
        var play = new TestCase().Intake().Do(Actors.Coordinator, new RestrictCase(true, "Sensitiv."));

        play.Refused(Refusals.NotYours, Actors.OtherHandler, new AssignHandler(Actors.OtherHandler.Subject));
        play.Do(Actors.Handler, new DeclareComplete());
    }

    [Fact]
    public void A_postponement_promises_a_later_date_and_leaves_the_statutory_one()
    {
        var play = new TestCase().Review();
        var due = play.State.FindClock(ClockKind.MakeAvailable)!.Due!.Value;
        play.Refused(Refusals.PromiseTooEarly, Actors.Handler, new Postpone("kapasitet", "Mange saker.", due));
        play.Do(Actors.Handler, new Postpone("kapasitet", "Mange saker.", due.AddDays(30)));

        var clock = play.State.FindClock(ClockKind.MakeAvailable)!;
        Assert.Equal((due, due.AddDays(30)), (clock.Due, clock.Promised));
    }
}
