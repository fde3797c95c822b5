using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Linking;
using Kpr.Core.Tests.Cases;

namespace Kpr.Core.Tests.Linking;

public sealed class BatchStandingTests
{
    [Fact]
    public void A_batch_is_in_use_from_its_issue_until_the_key_is_settled()
    {
        var play = new TestCase().Ordered("kpr", "npr");
        Assert.Equal(BatchStanding.Replaced, Of(play, "batch-1"));
        play.AtLinker("kpr-1");
        Assert.Equal((BatchStanding.InUse, BatchStanding.Replaced), (Of(play, "batch-1"), Of(play, "batch-0")));
        play.AtLinker("npr-1").Do(Actors.Linker, new StartLinking(), new FinishLinking(5, "ok"), new DeliverLinkage("room"));
        Assert.Equal((BatchStanding.InUse, null), (Of(play, "batch-1"), Of(play, "batch-1").Refusal()));

        play.Do(Actors.Linker, new SettleKey());
        Assert.Equal((BatchStanding.Settled, true), (Of(play, "batch-1"), Of(play, "batch-1").IsOver()));
    }

    [Fact]
    public void A_key_that_is_kept_is_kept_until_its_day_in_a_closed_case_too()
    {
        var play = Delivered();
        var day = play.Today.AddDays(30);
        play.Do(Actors.Linker, new SettleKey(day));

        Assert.Equal((BatchStanding.Kept, false), (Of(play, "batch-1"), Of(play, "batch-1").IsOver()));
        Assert.NotNull(Of(play, "batch-1").Refusal());
        Assert.Equal(BatchStanding.Kept, BatchStandings.Of(play.State with { Phase = Phase.Closed }, "batch-1", day));
        Assert.Equal(BatchStanding.CaseOver, BatchStandings.Of(play.State with { Phase = Phase.Revoked }, "batch-1", day));
        Assert.Equal(BatchStanding.Settled, BatchStandings.Of(play.State, "batch-1", day.AddDays(1)));
    }

    [Fact]
    public void A_batch_of_a_linker_that_failed_is_replaced_and_of_a_linkage_that_was_given_up_is_over()
    {
        var failed = new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1").Do(Actors.Linker, new ReportLinkerFailure("Utstyr."));
        Assert.Equal(BatchStanding.Replaced, Of(failed, "batch-1"));

        var aborted = new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1");
        aborted.Do(Actors.Decider, new SettleMissingSource("npr-1", MissingSourceChoice.Abort, "Kommer ikke."));
        Assert.True(Of(aborted, "batch-1").IsOver());
        Assert.Equal(BatchStanding.CaseOver, BatchStandings.Of(Delivered().State with { Phase = Phase.Closed }, "batch-1", new DateOnly(2026, 1, 1)));
    }

    private static TestCase Delivered() =>
        new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1", "npr-1").Do(Actors.Linker, new StartLinking(), new FinishLinking(5, "ok"), new DeliverLinkage("room"));

    private static BatchStanding Of(TestCase play, string batch) => BatchStandings.Of(play.State, batch, play.Today);
}
