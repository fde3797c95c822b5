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

public sealed class EhdsAndTurnTests
{
    [Fact]
    public void Under_ehds_the_decision_has_three_months_and_three_more_once_with_reasons()
    {
        var play = new TestCase().Review(profile: ClockProfile.Ehds);
        Assert.Equal(new DateOnly(2026, 12, 1), play.State.FindClock(ClockKind.EhdsDecision)!.Due);
        play.Do(Actors.Handler, new ExtendTerm(ClockKind.EhdsDecision, "Mange saker."));
        Assert.Equal(new DateOnly(2027, 3, 1), play.State.FindClock(ClockKind.EhdsDecision)!.Due);
        play.Refused(Refusals.ExtensionUsed, Actors.Handler, new ExtendTerm(ClockKind.EhdsDecision, "Flere."));
        play.Refused(Refusals.ClockNotRunning, Actors.Handler, new ExtendTerm(ClockKind.MakeAvailable, "Nei."));
    }

    [Fact]
    public void Under_ehds_completion_holders_publication_results_and_deletion_have_their_terms()
    {
        var play = new TestCase().Intake(profile: ClockProfile.Ehds).Do(Actors.Handler, new AskApplicant([new DeficiencyItem("purpose.text", "Presiser.")]));
        Assert.Equal(ClockCatalogue.EhdsCompletionTerm, play.State.FindClock(ClockKind.DeficiencyReply)!.Rows[0].Term);

        play = new TestCase().Decided(profile: ClockProfile.Ehds);
        Assert.True(play.State.FindClock(ClockKind.EhdsPublication)!.IsRunning);
        play.Do(Actors.Handler, new PublishDecision(), new DispatchOrders());
        Assert.Equal(new DateOnly(2026, 12, 1), play.State.FindClock(ClockKind.EhdsHolder, "kpr-1")!.Due);
        play.Released("kpr-1").Do(Actors.Applicant, new ConfirmReceipt());
        Assert.Equal(new DateOnly(2028, 3, 1), play.State.FindClock(ClockKind.EhdsResults)!.Due);
        play.Refused(Refusals.PermitTooLong, Actors.Applicant, new RequestExtension(new DateOnly(2040, 1, 1), "Mer tid."));
        play.Do(Actors.Applicant, new RequestExtension(new DateOnly(2031, 1, 1), "Mer tid.")).Do(Actors.Decider, new AnswerExtension(true));
        play.Refused(Refusals.ExtensionUsed, Actors.Applicant, new RequestExtension(new DateOnly(2035, 1, 1), "Enda mer."));
        play.Refused(Refusals.ResultsReveal, Actors.Applicant, new ReportResults("doi:1", false));
        play.Do(Actors.Applicant, new ReportResults("doi:1", true), new EndUse());
        Assert.Equal(ClockStatus.Stopped, play.State.FindClock(ClockKind.EhdsResults)!.Status);
    }

    [Fact]
    public void An_extension_moves_the_end_and_the_notices_begin_anew()
    {
        var play = new TestCase().Active().Until(Applications.Ends.AddDays(-80));
        Assert.Equal(Phase.Expiring, play.State.Phase);
        play.Do(Actors.Applicant, new RequestExtension(Applications.Ends.AddYears(1), "Mer tid.")).Do(Actors.Decider, new AnswerExtension(true));
        Assert.Equal(Phase.Active, play.State.Phase);
        Assert.Equal(Applications.Ends.AddYears(1), play.State.FindClock(ClockKind.Permit)!.Due);
        play.Until(Applications.Ends.AddYears(1).AddDays(-45));
        Assert.Equal([90, 90, 45], play.Of<ExpiryNoticed>().Select(notice => notice.DaysBefore));
    }

    [Fact]
    public void A_deletion_that_nobody_attests_is_escalated_three_times()
    {
        var play = new TestCase().Active().Do(Actors.Applicant, new EndUse());
        play.Until(play.State.FindClock(ClockKind.Deletion)!.Due!.Value.AddDays(100));

        Assert.Equal([1, 2, 3], play.Of<DeletionEscalated>().Select(escalated => escalated.Level));
        Assert.Equal(Phase.DeletionDue, play.State.Phase);
    }

    [Fact]
    public void A_silent_applicant_has_received_after_ten_working_days()
    {
        var play = new TestCase().Ordered("kpr").Released("kpr-1").After(15);

        Assert.True(Assert.Single(play.Of<OrderReceiptConfirmed>()).Presumed);
        Assert.Equal(Phase.Active, play.State.Phase);
    }

    [Fact]
    public void A_clock_that_is_counted_by_another_calendar_shows_it()
    {
        var play = new TestCase().Review().Do(Actors.Decider, new RecomputeClock(ClockKind.MakeAvailable, "mon-sat", "Avklart med departementet."));

        Assert.Equal(new DateOnly(2026, 10, 6), play.State.FindClock(ClockKind.MakeAvailable)!.Due);
        Assert.Equal(new DateOnly(2026, 10, 13), play.State.FindClock(ClockKind.MakeAvailable)!.AlternativeDue);
    }

    [Fact]
    public void It_is_always_said_whose_turn_it_is()
    {
        Assert.Equal(Role.Applicant, Turn(new TestCase().Draft(Applications.PersonLevel())));
        Assert.Equal(Role.Handler, Turn(new TestCase().Intake()));
        Assert.Equal(Role.Register, Turn(new TestCase().Ordered("kpr")));
        Assert.Equal(Role.Applicant, Turn(new TestCase().Ordered("kpr").Released("kpr-1")));
        Assert.Equal(Role.Linker, Turn(new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1", "npr-1")));
        Assert.Empty(WhoseTurn.Of(new TestCase().Active().State));
        Assert.Contains("accept-order", CaseProcess.Possible(new TestCase().Ordered("kpr").State, Actors.Kpr).Select(command => command.Name));
        Assert.Empty(CaseProcess.Possible(new TestCase().Ordered("kpr").State, Actors.Auditor));
    }

    [Fact]
    public void The_next_moment_of_a_case_is_midnight_in_norway_after_its_first_deadline()
    {
        var play = new TestCase(start: "2026-10-12").Intake().Do(Actors.Handler, new AskApplicant([new DeficiencyItem("purpose.text", "Presiser.")]));

        // Ten working days from 12 October end on 26 October, the day after summer time.
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 23, 0, 0, TimeSpan.Zero), play.Process.NextDue(play.State));
        Assert.Null(play.Process.NextDue(CaseState.New("x")));
    }

    private static Role Turn(TestCase play) => Assert.Single(WhoseTurn.Of(play.State)).Role;
}
