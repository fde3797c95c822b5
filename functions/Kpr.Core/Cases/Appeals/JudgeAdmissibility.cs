using Kpr.Core.Cases.Clocks;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>Decides whether the appeal will be dealt with: a late one only with an excuse or special grounds (forvaltningsloven § 31).</summary>
/// <param name="Admissible">Whether.</param>
/// <param name="Reason">Why.</param>
[Command("judge-admissibility", "Vurder om klagen tas til behandling", "Judge admissibility")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record JudgeAdmissibility(bool Admissible, string Reason) : AppealCommand
{
    internal override bool Fits(AppealState state) => state == AppealState.Received;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason")
        : Admissible ? [new AppealMoved(AppealState.Admissible, Reason)]
        :
        [
            new AppealMoved(AppealState.Inadmissible, Reason), .. now.Stop(state, ClockKind.DetrimentNotice, "Klagen ble avvist"),
            .. now.Release(state, ClockKind.Deletion, "Klagen ble avvist"),
        ];
}
