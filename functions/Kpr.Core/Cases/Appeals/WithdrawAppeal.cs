using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>Takes the appeal back.</summary>
[Command("withdraw-appeal", "Trekk klagen", "Withdraw the appeal")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.Applicant, Relation.Owner)]
public sealed record WithdrawAppeal : AppealCommand
{
    internal override bool Fits(AppealState state) => true;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now) =>
        [new AppealMoved(AppealState.Withdrawn, "Søker trakk klagen"), .. AppealSettlement.Aftermath(state, now, "Klagen ble trukket")];
}
