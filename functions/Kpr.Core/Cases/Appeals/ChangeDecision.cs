using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Appeals;

/// <summary>The decider looked again and changes the decision (omgjøring). Never the handler of the case.</summary>
/// <param name="Decision">The new decision; null where a dismissal or revocation is taken back.</param>
[Command("change-decision", "Gjør om vedtaket", "Change the decision")]
[In(Phase.Decided, Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Dismissed, Phase.Refused, Phase.Revoked, Phase.Closed)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record ChangeDecision(NewDecision? Decision = null) : AppealCommand
{
    internal override bool Fits(AppealState state) => state == AppealState.Admissible;

    internal override Outcome<CaseEvent> DecideOn(CaseState state, Appeal appeal, CommandContext now) =>
        state.Staff.Handler == now.By.Subject ? Refusals.FourEyes.For(now.By.Subject)
        : AppealSettlement.Of(state, appeal, now, AppealResult.Changed, Decision);
}
