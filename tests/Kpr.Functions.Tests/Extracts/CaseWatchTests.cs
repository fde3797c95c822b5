using Kpr.Core.Cases;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Tests.Cases;
using Kpr.Functions.Preparation.Extracts;

namespace Kpr.Functions.Tests.Extracts;

/// <summary>Whether a case still allows an extract that was made by it.</summary>
public sealed class CaseWatchTests
{
    private const string Taken = "out/kpr-1";

    [Fact]
    public void An_extract_that_was_taken_follows_a_decision_that_is_amended_for_a_source_that_never_came()
    {
        var play = new TestCase().Ordered("kpr", "npr", "kreft").AtLinker("kpr-1");
        Assert.Null(Refusal(play.State, Taken));
        Assert.Equal(1, CaseWatch.DecisionOf(play.State, "kpr-1", Taken, 1));

        play.AtLinker("npr-1").Do(Actors.Kreft, new AcceptOrder("kreft-1"), new CannotDeliver("kreft-1", "Variabelen finnes ikke."))
            .Do(Actors.Applicant, new ConsentMissingSource("kreft-1")).Do(Actors.Decider, new SettleMissingSource("kreft-1", MissingSourceChoice.Proceed, "Kilden kan ikke levere."));

        Assert.Equal(2, play.State.Decision!.Version);
        Assert.Null(Refusal(play.State, Taken));
        Assert.Equal(2, CaseWatch.DecisionOf(play.State, "kpr-1", Taken, 1));

        // One that the case never took is of the decision that it was planned by.
        Assert.Equal("Vedtaket er erstattet av et nytt.", Refusal(play.State, "another"));
        Assert.Null(Refusal(play.State, "another", decision: 2));
    }

    [Fact]
    public void An_extract_under_serial_numbers_that_were_replaced_is_refused()
    {
        var state = new TestCase().Ordered("kpr", "npr").AtLinker("kpr-1").State;

        Assert.Null(Refusal(state, Taken));
        Assert.Equal("Løpenumrene gjelder ikke lenger.", Refusal(state, Taken, batch: "batch-0"));
        Assert.Equal("Løpenumrene gjelder ikke lenger.", Refusal(state, Taken, batch: null));
        Assert.Equal("Løpenumrene gjelder ikke lenger.", Refusal(new TestCase().Ordered("kpr").Extracted("kpr-1").State, Taken));
    }

    private static string? Refusal(CaseState state, string id, int decision = 1, string? batch = "batch-1") => CaseWatch.Refusal(state, "kpr-1", id, decision, batch);
}
