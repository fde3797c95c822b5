using Kpr.Core.Cases;
using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Linkages;
using Kpr.Core.Cases.Orders;
using Kpr.Local.Playing;
using Kpr.LocalAzure.Azurite;

namespace Kpr.Functions.Tests.Applications.Orchestrations;

/// <summary>What goes another way than planned, on the whole system: flows, nudges, timers and all. The compensation table says how each must end.</summary>
public sealed class CompensationFlowTests
{
    private const string Kpr = """
          - { at: 2026-09-21, case: L, as: register/kpr, do: accept-order, with: { order: kpr-1 } }
          - { as: register/kpr, do: start-extraction, with: { order: kpr-1 } }
          - { at: 2026-10-05, as: register/kpr, do: record-order-hours, with: { order: kpr-1, minutes: 1320, what: Uttrekk, on: 2026-10-05 } }
          - { as: register/kpr, do: finish-extraction, with: { order: kpr-1, reference: uttrekk/l-kpr, rows: 48210, decisionVersion: 1, reservationsAsOf: 2026-10-05 } }
          - { as: register/kpr, do: check-output, with: { order: kpr-1, passed: true, text: Kontrollert. } }

        """;

    private const string Npr = """
          - { at: 2026-10-06, as: register/npr, do: accept-order, with: { order: npr-1 } }
          - { as: register/npr, do: start-extraction, with: { order: npr-1 } }

        """;

    private static readonly string AtLinker = Kpr + """
          - { as: register/kpr/2, do: send-to-linker, with: { order: kpr-1 }, expect: fulfilment }

        """ + Npr;

    [Fact]
    public async Task A_register_that_cannot_deliver_is_left_out_with_consent_and_the_others_are_linked()
    {
        var play = PlayedScenarios.Of("L").Until("issue-keys").Then(AtLinker + """
              - { at: 2026-10-19, as: register/npr, do: finish-extraction, with: { order: npr-1, reference: uttrekk/l-npr, rows: 91377, decisionVersion: 1, reservationsAsOf: 2026-10-19 } }
              - { as: register/npr, do: check-output, with: { order: npr-1, passed: true, text: Kontrollert. } }
              - { as: register/npr/2, do: send-to-linker, with: { order: npr-1 }, expect: fulfilment }
              - { as: register/kreft, do: accept-order, with: { order: kreft-1 } }
              - { as: register/kreft, do: cannot-deliver, with: { order: kreft-1, reason: Variabelen finnes ikke. }, expect: fulfilment }
              - { at: 2026-10-20, as: linker/983744516, do: start-linking, expect: 701 }
              - { as: applicant/gruppe, do: consent-missing-source, with: { order: kreft-1 } }
              - { as: decider/1, do: settle-missing-source, with: { order: kreft-1, choice: proceed, reason: Kilden kan ikke levere. }, expect: fulfilment }
              - { at: 2026-10-21, as: linker/983744516, do: start-linking }
              - { as: linker/983744516, do: finish-linking, with: { rows: 2950, text: Koblet og kontrollert. } }
              - { as: linker/983744516, do: deliver-linkage, with: { delivery: rom/l-1 }, expect: fulfilment }
              - { at: 2026-10-22, as: applicant/gruppe, do: confirm-receipt, expect: active }
              - { at: 2026-11-30, expect: active }
            """);
        var (state, flows) = await GiveAsync(play);

        Assert.Equal((DecisionCause.Amendment, 2), (state.Decision!.Cause, state.Decision.Version));
        Assert.Equal(["kpr", "npr"], state.Decision.Sources);
        Assert.Contains("case-L-expiry", flows);
        Assert.DoesNotContain(flows, flow => flow.Contains("order", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_case_withdrawn_while_orders_run_cancels_them_gives_the_linkage_up_and_bills_what_was_done()
    {
        var play = PlayedScenarios.Of("L").Until("issue-keys").Then(AtLinker + """
              - { at: 2026-10-08, as: applicant/gruppe, do: withdraw, with: { reason: Prosjektet er lagt ned. }, expect: withdrawn }
              - { as: register/npr, do: record-order-hours, with: { order: npr-1, minutes: 60, what: Uttrekk, on: 2026-10-08 }, expect: 201 }
              - { at: 2026-12-15, expect: withdrawn }
            """);
        var (state, flows) = await GiveAsync(play);

        Assert.All(state.Orders, order => Assert.Equal(OrderState.Cancelled, order.State));
        Assert.Equal(LinkageState.Aborted, state.Linkage!.State);
        Assert.Equal([("hds", 1080), ("kpr", 1320)], state.Billing.Select(basis => (basis.Biller, basis.Minutes)));
        Assert.Empty(flows);
    }

    [Fact]
    public async Task One_register_delivers_and_the_other_cannot_and_what_was_delivered_is_in_use()
    {
        var play = PlayedScenarios.Of("L").Unlinked("kpr", "npr").Until("decide").Then("  - { at: 2026-09-17, case: L, as: handler/1, do: dispatch-orders, expect: fulfilment }\n" + Kpr + """
              - { as: register/kpr/2, do: release-order, with: { order: kpr-1, delivery: rom/l-kpr }, expect: fulfilment }

            """ + Npr + """
              - { at: 2026-10-20, as: register/npr, do: cannot-deliver, with: { order: npr-1, reason: Systemet er nede i et år. }, expect: active }
              - { at: 2026-11-30, expect: active }
            """);
        var (state, flows) = await GiveAsync(play);

        Assert.Equal([OrderState.ReceiptConfirmed, OrderState.CannotDeliver], state.Orders.Select(order => order.State));
        Assert.DoesNotContain(flows, flow => flow.Contains("order", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dismissal_that_an_appeal_undoes_goes_on_where_it_stopped()
    {
        // Dismissed only with proof that both letters arrived: that is the system's, so the rules alone cannot play along.
        var play = PlayedScenarios.Of("K").Until("ask-applicant").Then("""
              - { at: 2026-09-22, case: K, expect: awaiting-applicant }
              - { at: 2026-10-05, as: handler/1, do: dismiss, expect: dismissed }
              - { at: 2026-10-12, as: applicant/forsker, do: appeal, with: { grounds: Meldingene kom aldri fram. } }
              - { at: 2026-10-13, as: decider/1, do: judge-admissibility, with: { admissible: true, reason: I tide. } }
              - { as: decider/1, do: change-decision, expect: intake }
              - { at: 2026-10-14, as: handler/1, do: ask-applicant, with: { items: [{ field: people.persons, text: Som sist. }] }, expect: awaiting-applicant }
              - at: 2026-10-15
                as: applicant/forsker
                do: answer-deficiencies
                with: { answers: [{ deficiency: M1, text: "Ja, se listen." }, { deficiency: M2, text: Se listen. }], sections: { people: { persons: [{ name: Forsker En, affiliation: Eksempeluniversitetet, confirmedByController: true }] } } }
                expect: intake
              - { at: 2026-10-16, as: handler/1, do: resolve-deficiencies, with: { items: [M1, M2] }, expect: intake }
              - { as: handler/1, do: declare-complete, expect: in-review }
            """);
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);
        var (_, events) = await played.GiveAsync();
        var (state, flows) = await played.StandAsync("K");

        Assert.Equal(Phase.InReview, state.Phase);
        Assert.Single(events, line => line.Contains("\"reopened\"", StringComparison.Ordinal));
        Assert.Equal(["case-K"], flows);
    }

    [Fact]
    public async Task A_change_that_is_granted_while_orders_run_is_carried_to_the_case_and_replaces_what_it_touches()
    {
        var play = PlayedScenarios.Of("L").Unlinked("kpr", "npr");
        var changed = play.Saved(sections => sections["sources"]!["sources"]![0]!["to"] = "2026-06-30");
        var attached = string.Join('\n', play.Steps.Where(step => step.Do is "attach" or "scan-attachment")
            .Select(step => $"  - {{ as: {(step.Do == "attach" ? "applicant/gruppe" : "system")}, do: {step.Do}, with: {step.With.GetRawText()} }}"));
        play = play.Until("decide").Then($$"""
              - { at: 2026-09-17, case: L, as: handler/1, do: dispatch-orders, expect: fulfilment }
              - { at: 2026-09-21, as: register/kpr, do: accept-order, with: { order: kpr-1 } }
              - { as: register/npr, do: accept-order, with: { order: npr-1 } }
              - { at: 2026-09-22, case: E, as: applicant/gruppe, do: start, with: { kind: person-level, changes: { case: {{play.IdOf("L")}}, decisionVersion: 1 } }, expect: draft }
              - { as: applicant/gruppe, do: save-draft, with: {{changed}} }
            {{attached}}
              - { as: applicant/gruppe, do: submit, expect: submitted }
              - { at: 2026-09-23, as: coordinator, do: start-intake, expect: intake }
              - { as: coordinator, do: assign-handler, with: { subject: handler/1 } }
              - { at: 2026-09-24, as: handler/1, do: declare-complete, expect: in-review }
              - { as: handler/1, do: assess-gates, with: { findings: [{ gate: G01, verdict: passed, reason: Ja. }, { gate: G05, verdict: passed, reason: Ja. }, { gate: G08, verdict: passed, reason: Ja. }] } }
              - { as: handler/1, do: recommend, with: { outcome: granted, text: Ett år til. } }
              - { at: 2026-09-25, as: decider/1, do: decide, with: { outcome: granted, endsOn: 2029-06-30, deletionOn: 2029-09-30 } }
              - { at: 2026-09-28, case: L, expect: fulfilment }
              - { as: register/kpr, do: accept-order, with: { order: kpr-2 } }
            """);
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);
        await played.GiveAsync();
        var (state, flows) = await played.StandAsync("L");

        Assert.Equal([("kpr-1", OrderState.Replaced), ("npr-1", OrderState.Accepted), ("kpr-2", OrderState.Accepted)], state.Orders.Select(order => (order.Id, order.State)));
        Assert.Equal(2, state.Decision!.Version);
        Assert.Equal(["case-L", "case-L-order-kpr-2", "case-L-order-npr-1"], flows.Order(StringComparer.Ordinal));
    }

    // On the system as by the rules alone.
    private static async Task<(CaseState State, IReadOnlyList<string> Flows)> GiveAsync(CasePlay play)
    {
        using var played = new PlayedSystem(await SharedAzurite.NextAccountAsync(), play);
        var (_, events) = await played.GiveAsync();
        Assert.Equal(await PlayedSystem.ByRulesAsync(play), events);
        return await played.StandAsync("L");
    }
}
