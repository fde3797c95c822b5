using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Ending;

/// <summary>Withdraws the application, at any point before the data are in use.</summary>
/// <param name="Reason">Why; may be empty.</param>
[Command("withdraw", "Trekk søknaden", "Withdraw")]
[In(Phase.Submitted, Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended, Phase.Decided,
    Phase.Fulfilment, Phase.Failed)]
[By(Role.Applicant, Relation.Owner)]
public sealed record WithdrawCase(string Reason = "") : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        [.. Withdrawal.Of(state, now, Reason.Length == 0 ? "Søker trakk søknaden" : Reason)];
}
