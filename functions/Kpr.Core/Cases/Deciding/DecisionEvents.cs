namespace Kpr.Core.Cases.Deciding;

/// <summary>A version of the decision was made. The phase follows from its outcome when it is the first, or settles an appeal.</summary>
[Event("decided", "Vedtak fattet", "Decision made")]
public sealed record Decided(CaseDecision Decision) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head)
    {
        var decided = state with { Decisions = state.Decisions.Plus(Decision) };
        return (Decision.Outcome, Decision.Cause) switch
        {
            (_, DecisionCause.Change or DecisionCause.Amendment) => decided,
            (DecisionOutcome.Refused, _) => decided.In(Phase.Refused),
            (DecisionOutcome.Dismissed, _) => decided.In(Phase.Dismissed),

            // A grant on appeal of data that are delivered already leaves the case where it is; the orders follow in events of their own.
            (_, DecisionCause.Appeal) when state.Phase is Phase.Fulfilment or Phase.Active or Phase.Expiring => decided,
            _ => decided with { Phase = Phase.Decided },
        };
    }
}

/// <summary>The applicant asked for the reasons of a decision that had none.</summary>
[Event("reasons-requested", "Søker ba om begrunnelse", "The applicant asked for reasons")]
public sealed record ReasonsRequested : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state;
}

/// <summary>Reasons were given afterwards.</summary>
[Event("reasons-given", "Begrunnelse gitt", "Reasons given")]
public sealed record ReasonsGiven(int DecisionVersion, DecisionReasons Reasons) : CaseEvent
{
    internal override CaseState Apply(CaseState state, in EventHead head) => state with
    {
        Decisions = state.Decisions.Change(decision => decision.Version == DecisionVersion, decision => decision with { Reasons = Reasons }),
    };
}
