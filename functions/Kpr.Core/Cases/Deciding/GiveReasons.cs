using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Deciding;

/// <summary>Gives reasons afterwards: the appeal period begins anew (forvaltningsloven § 29; R28).</summary>
/// <param name="Reasons">Rules, facts and considerations.</param>
[Command("give-reasons", "Gi begrunnelse", "Give reasons")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record GiveReasons(DecisionReasons Reasons) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.Decision is not { Reasons: null } decision
            ? Refusals.ReasonsGivenAlready
            : [new ReasonsGiven(decision.Version, Reasons), now.Start(state, ClockKind.Appeal, "Begrunnelsen ble gitt")];
}
