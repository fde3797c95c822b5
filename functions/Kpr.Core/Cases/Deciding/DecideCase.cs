using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Ending;
using Kpr.Core.Cases.Parties;
using Kpr.Core.Cases.Review;
using Kpr.Core.Cases.Rules;

namespace Kpr.Core.Cases.Deciding;

/// <summary>
/// Decides the case: R26, R27, R49. The decider is not the handler and is impartial; a grant passes every gate of the rule pack of the day (G1–G17), a
/// refusal names at least one rule that is not fulfilled. Starts the appeal period.
/// </summary>
/// <param name="Outcome">How.</param>
/// <param name="Reasons">Rules, facts and considerations; may be left out of a full grant.</param>
/// <param name="RefusalReasons">Ids of gates or rules that are not fulfilled.</param>
/// <param name="Sources">Codes of the registers that are opened; null for all that were applied for.</param>
/// <param name="Conditions">Conditions.</param>
/// <param name="EndsOn">Last day of use; null for the end of the project.</param>
/// <param name="DeletionOn">Last day for deletion; null for the project's, or by policy.</param>
[Command("decide", "Fatt vedtak", "Decide")]
[In(Phase.Recommended)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record DecideCase(
    DecisionOutcome Outcome, DecisionReasons? Reasons = null, IReadOnlyList<string>? RefusalReasons = null, IReadOnlyList<string>? Sources = null,
    IReadOnlyList<DecisionCondition>? Conditions = null, DateOnly? EndsOn = null, DateOnly? DeletionOn = null) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (state.Staff.Handler == now.By.Subject || state.Recommendation?.By == now.By.Subject)
        {
            return Refusals.FourEyes.For(now.By.Subject);
        }

        var applied = state.Content.Sources!.Sources.Select(source => source.Register).Distinct(StringComparer.Ordinal).ToList();
        if (Refuse(state, now, applied) is { } refusal)
        {
            return refusal;
        }

        var grants = Outcome is DecisionOutcome.Granted or DecisionOutcome.PartlyGranted;
        var decision = Decisions.Make(
            state, now, Outcome, DecisionCause.Application, grants ? Sources ?? applied : [], Reasons, RefusalReasons ?? [], Conditions ?? [],
            grants && state.Kind == ApplicationKind.PersonLevel ? EndsOn ?? state.Content.Project?.EndsOn : null,
            grants && state.Kind == ApplicationKind.PersonLevel ? DeletionOn ?? state.Content.Project?.DeletionOn : null);
        var clocks = Decisions.Clocks(state, now);
        return grants
            ? [new Decided(decision), .. clocks, .. Billing.OfHelsedataservice(state, now, Fulfilment.BillingCause.Decided, baseFee: true)]
            :
            [
                .. Prerequisites.CloseAll(state), .. now.StopAll(state, "Saken ble avgjort", ClockKind.InterimReply, ClockKind.EhdsDecision), new Decided(decision),
                .. clocks, .. Billing.OfHelsedataservice(state, now, Fulfilment.BillingCause.Decided, baseFee: true),
            ];
    }

    private Refusal? Refuse(CaseState state, CommandContext now, List<string> applied)
    {
        if (DecisionGuards.Unsettled(state) is { } unsettled)
        {
            return unsettled;
        }

        if (Reasons is null && Outcome != DecisionOutcome.Granted)
        {
            return Refusals.ReasonsMissing;
        }

        if (Conditions?.Any(condition => string.IsNullOrWhiteSpace(condition.Text) || string.IsNullOrWhiteSpace(condition.Protects)) == true)
        {
            return Refusals.ConditionUnfounded;
        }

        if (Outcome is DecisionOutcome.Refused or DecisionOutcome.Dismissed)
        {
            return RefusalReasons is not { Count: > 0 } ? Refusals.RefusalReasonMissing
                : RefusalReasons.Where(id => CaseRuleCatalogue.Find(id)?.AppliesOn(now.Today, now.Policy.RulesInForce) != true).ToList() is { Count: > 0 } unknown
                    ? Refusals.RefusalReasonMissing.For(unknown) : null;
        }

        if (Sources is { } sources && (sources.Count == 0 || sources.Except(applied).Any()))
        {
            return Refusals.NotASource.For([.. sources.Except(applied)]);
        }

        if (Outcome == DecisionOutcome.Granted && Sources is { } some && applied.Except(some).Any())
        {
            return Refusals.PartOnly.For([.. applied.Except(some)]);
        }

        if (state.Kind == ApplicationKind.PersonLevel && (EndsOn ?? state.Content.Project?.EndsOn) is var end && (end is null || end <= now.Today))
        {
            return Refusals.EndMissing;
        }

        if (state.Profile == ClockProfile.Ehds && (EndsOn ?? state.Content.Project?.EndsOn) > now.Today.AddYears(10))
        {
            return Refusals.PermitTooLong;
        }

        return DecisionGuards.OfGrant(state, now);
    }
}
