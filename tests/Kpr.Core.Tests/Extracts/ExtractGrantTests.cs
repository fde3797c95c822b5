using Kpr.Core.Cases;
using Kpr.Core.Cases.Appeals;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Fulfilment;
using Kpr.Core.Cases.Orders;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Tests.Cases;

namespace Kpr.Core.Tests.Extracts;

public sealed class ExtractGrantTests
{
    [Fact]
    public void An_order_under_extraction_is_granted_what_the_decision_opens()
    {
        var state = Extracting().State;

        Assert.Null(ExtractGrant.Of(state, "kpr-1", out var grant)?.Message);

        Assert.Equal(("2026-0001", "kpr-1", 1), (grant!.Case, grant.Order, grant.DecisionVersion));
        Assert.Equal((new DateOnly(2018, 1, 1), new DateOnly(2023, 12, 31)), (grant.From, grant.To));
        Assert.Equal(state.Content.Sources!.Sources[0].Variables.Select(variable => variable.Id), grant.Variables.Keys);
        Assert.Equal(["Forsker En"], grant.Recipients);
        Assert.Equal(state.Decision!.EndsOn, grant.EndsOn);
        Assert.Equal(state.Decision.DeletionOn, grant.DeletionOn);
        Assert.Null(grant.KeyBatch);
    }

    [Fact]
    public void A_coarser_form_is_a_promise_where_it_names_one_of_the_catalogue_and_direct_identifiers_are_never_granted()
    {
        var state = With(Extracting().State, content => content with
        {
            Sources = new SourcesSection([new RequestedSource("kpr", new DateOnly(2020, 1, 1), new DateOnly(2022, 12, 31),
            [
                new RequestedVariable("claims.tidspunkt", "x", CoarserForm: " Quarter "), new RequestedVariable("claims.fodselsaar", "x", CoarserForm: "nei, alder på året trengs"),
                new RequestedVariable("claims.kjonn", "x", CoarserForm: "county"), new RequestedVariable("claims.personKey", "x", DirectIdentifier: true), new RequestedVariable("claims.tidspunkt", "igjen"),
            ])]),
        });

        Assert.Null(ExtractGrant.Of(state, "kpr-1", out var grant));

        Assert.Equal([("claims.tidspunkt", "quarter"), ("claims.fodselsaar", null), ("claims.kjonn", null)], grant!.Variables.Select(one => (one.Key, one.Value)));
    }

    [Fact]
    public void Orders_that_are_not_under_extraction_are_granted_nothing()
    {
        Assert.Contains("ikke under uttrekk", Refusal(new TestCase().Ordered("kpr").State));
        Assert.Null(ExtractGrant.Of(new TestCase().Ordered("kpr").Extracted("kpr-1").State, "kpr-1", out _));
        Assert.Contains("ikke under uttrekk", Refusal(new TestCase().Ordered("kpr").Released("kpr-1").State));
        Assert.Contains("ingen bestilling", Refusal(Extracting().State, "npr-1"));
    }

    [Fact]
    public void A_decision_that_gives_nothing_now_grants_nothing()
    {
        Assert.Contains("ikke noe vedtak", Refusal(new TestCase().Review().State));
        Assert.Contains("utsatt virkning", Refusal(Extracting().Do(Actors.Decider, new SuspendEffect("Klage fra tredjepart.")).State));
        Assert.Contains("gjelder ikke nå", Refusal(Extracting().State with { Phase = Phase.Revoked }));
        Assert.Contains("gjelder ikke nå", Refusal(Extracting().State with { Phase = Phase.DeletionDue }));
        var state = Extracting().State;
        Assert.Contains("ikke noe vedtak", Refusal(state with { Decisions = [state.Decision! with { Outcome = DecisionOutcome.Refused }] }));
        Assert.Contains("versjon 1", Refusal(state with { Decisions = [state.Decision!, state.Decision! with { Version = 2 }] }));
        Assert.Contains("versjon 1", Refusal(state with { Decisions = [state.Decision! with { Sources = ["npr"] }] }));
    }

    [Fact]
    public void Statistics_and_cases_without_confirmed_persons_are_granted_nothing()
    {
        var state = Extracting().State;

        Assert.Contains("personnivå", Refusal(state with { Kind = ApplicationKind.Statistics }));
        Assert.Contains("bekreftet", Refusal(With(state, content => content with { People = new PeopleSection([new AccessPerson("Forsker To", "X")]) })));
        Assert.Contains("bekreftet", Refusal(With(state, content => content with { People = null })));
        Assert.Contains("ber ikke om data", Refusal(With(state, content => content with { Sources = new SourcesSection([]) })));
    }

    [Fact]
    public void Data_for_a_linker_need_its_serial_numbers_and_an_extended_permit_counts()
    {
        var test = new TestCase().Ordered("kpr", "npr");
        var state = test.State with { Orders = [.. test.State.Orders.Select(order => order with { State = OrderState.Extracting })] };

        Assert.Contains("løpenumrene", Refusal(state));
        Assert.Null(ExtractGrant.Of(state with { Linkage = state.Linkage! with { KeyBatch = "batch-7" }, Permit = new Permit(new DateOnly(2031, 1, 1), []) }, "kpr-1", out var grant));
        Assert.Equal(("batch-7", new DateOnly(2031, 1, 1)), (grant!.KeyBatch, grant.EndsOn!.Value));
    }

    private static TestCase Extracting() => new TestCase().Ordered("kpr").Do(Actors.Kpr, new AcceptOrder("kpr-1"), new StartExtraction("kpr-1"));

    private static CaseState With(CaseState state, Func<ApplicationContent, ApplicationContent> change) => state with { Content = change(state.Content) };

    private static string Refusal(CaseState state, string order = "kpr-1")
    {
        var fault = ExtractGrant.Of(state, order, out var grant);
        Assert.Null(grant);
        return fault!.Message;
    }
}
