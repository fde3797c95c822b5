using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Intake;

/// <summary>Names who decides. Never the handler, never someone who is not impartial (R49).</summary>
/// <param name="Subject">Who.</param>
[Command("assign-decider", "Tildel beslutter", "Assign decider")]
[In(Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended, Phase.Decided, Phase.Fulfilment,
    Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Refused, Phase.Dismissed)]
[By(Role.Coordinator, Relation.Office)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record AssignDecider(string Subject) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Subject) ? Refusals.TextMissing.For("subject")
        : state.Staff.IsConflicted(Subject) || state.Owner == Subject ? Refusals.NotImpartial.For(Subject)
        : state.Staff.Handler == Subject ? Refusals.FourEyes.For(Subject)
        : state.Staff.Decider == Subject ? []
        : [new DeciderAssigned(Subject)];
}
