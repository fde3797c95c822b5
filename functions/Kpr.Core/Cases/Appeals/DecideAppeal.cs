using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>Helseklage decides the appeal.</summary>
/// <param name="Result">How.</param>
/// <param name="Reason">Why.</param>
/// <param name="Decision">The new decision, where the result is one; null where a dismissal or revocation is taken back.</param>
[Command("decide-appeal", "Avgjør klagen", "Decide the appeal")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.AppealBody, Relation.Designated)]
public sealed record DecideAppeal(AppealResult Result, string Reason, NewDecision? Decision = null) : AppealCommand
{
    internal override bool Fits(AppealState state) => state == AppealState.SentToAppealBody;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason") : AppealSettlement.Of(state, appeal, now, Result, Decision);
}
