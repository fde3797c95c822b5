using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Intake;

/// <summary>Gives the case to a handler, or takes it. Impartiality and four eyes are checked here and again at the decision (R49).</summary>
/// <param name="Subject">Who.</param>
[Command("assign-handler", "Tildel saksbehandler", "Assign handler")]
[In(Phase.Submitted, Phase.Intake, Phase.AwaitingApplicant, Phase.InReview, Phase.AwaitingExternal, Phase.EstimateSent, Phase.Recommended, Phase.Decided,
    Phase.Fulfilment, Phase.Failed, Phase.Active, Phase.Expiring, Phase.DeletionDue, Phase.Refused, Phase.Dismissed)]
[By(Role.Coordinator, Relation.Office)]
[By(Role.Handler, Relation.Office, Relation.Assigned)]
public sealed record AssignHandler(string Subject) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Subject) ? Refusals.TextMissing.For("subject")
        : state.Staff.IsConflicted(Subject) || state.Owner == Subject ? Refusals.NotImpartial.For(Subject)
        : state.Staff.Decider == Subject ? Refusals.FourEyes.For(Subject)
        : state.Staff.Handler == Subject ? []
        : [new HandlerAssigned(Subject)];
}
