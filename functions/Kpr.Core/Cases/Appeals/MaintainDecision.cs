using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>The decider looked again and stands by the decision: the appeal goes to Helseklage (R29).</summary>
/// <param name="Reason">Why.</param>
[Command("maintain-decision", "Oppretthold vedtaket", "Maintain the decision")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record MaintainDecision(string Reason) : AppealCommand
{
    internal override bool Fits(AppealState state) => state == AppealState.Admissible;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason") : [new AppealMoved(AppealState.Reconsidered, Reason)];
}
