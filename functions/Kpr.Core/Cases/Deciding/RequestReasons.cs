using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Deciding;

/// <summary>Asks for the reasons of a decision that has none, within the appeal period: forvaltningsloven § 24.</summary>
[Command("request-reasons", "Be om begrunnelse", "Ask for reasons")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Active)]
[By(Role.Applicant, Relation.Owner)]
public sealed record RequestReasons : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.Decision is not { Reasons: null } ? Refusals.ReasonsGivenAlready
        : state.FindClock(ClockKind.Appeal)!.Due < now.Today ? Refusals.AppealTooLate
        : [new ReasonsRequested()];
}
