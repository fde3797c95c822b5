using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Deciding;

/// <summary>Tells that the decision was published: EHDS Art. 57(1)(j).</summary>
[Command("publish-decision", "Offentliggjør vedtaket", "Publish the decision")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Refused, Phase.Dismissed, Phase.Closed, Phase.Revoked, Phase.Withdrawn)]
[By(Role.Handler, Relation.Assigned)]
[By(Role.System, Relation.Office)]
public sealed record PublishDecision : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        state.FindClock(ClockKind.EhdsPublication) is not { IsRunning: true } ? Refusals.ClockNotRunning.For("ehds-publication")
        : [.. now.Stop(state, ClockKind.EhdsPublication, "Vedtaket ble offentliggjort")];
}
