using Kpr.Core.Cases;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Tests.Cases;

namespace Kpr.Core.Tests.Statistics;

public sealed class CaseTablesTests
{
    [Fact]
    public void A_statistics_case_waits_for_tables_from_the_order_to_the_delivery()
    {
        var play = new TestCase().Decided(Applications.Statistics(), ApplicationKind.Statistics);
        Assert.False(CaseTables.Awaits(play.State, "kpr"));
        play.Do(Actors.Handler, new Core.Cases.Fulfilment.DispatchOrders());

        Assert.True(CaseTables.Awaits(play.State, "kpr"));
        Assert.False(CaseTables.Awaits(play.State, "npr"));
        Assert.False(CaseTables.Awaits(play.Released("kpr-1").State, "kpr"));
        Assert.False(CaseTables.Awaits(new TestCase().Ordered("kpr").State, "kpr"));
    }

    [Fact]
    public void What_was_released_is_for_the_applicant_and_those_invited_alone_and_until_it_is_taken_back()
    {
        var play = new TestCase().Decided(Applications.Statistics(), ApplicationKind.Statistics).Do(Actors.Handler, new Core.Cases.Fulfilment.DispatchOrders()).Extracted("kpr-1");
        Assert.False(May(play.State, Actors.Applicant));
        play.Do(Actors.Releaser("kpr"), new ReleaseOrder("kpr-1", "tables"));

        Assert.True(May(play.State, Actors.Applicant));
        Assert.False(CaseTables.IsReleasedTo(play.State, Actors.Applicant, "out/kpr-2"));
        Assert.All((Core.Cases.Parties.Actor[])[Actors.Stranger, Actors.Handler, Actors.Controller, Actors.Npr, Actors.Decider], other => Assert.False(May(play.State, other)));
        Assert.False(May(play.State with { Suspended = "Klage." }, Actors.Applicant));
        Assert.False(May(play.State with { Decisions = [] }, Actors.Applicant));
        Assert.False(May(play.Do(Actors.Kpr, new RecallOrder("kpr-1", "Feil periode.")).State, Actors.Applicant));

        static bool May(CaseState state, Core.Cases.Parties.Actor actor) => CaseTables.IsReleasedTo(state, actor, "out/kpr-1");
    }
}
