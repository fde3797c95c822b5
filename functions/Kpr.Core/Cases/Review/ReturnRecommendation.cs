using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Sends the case back to the handler.</summary>
/// <param name="Reason">What is missing.</param>
[Command("return-recommendation", "Send tilbake", "Return to the handler")]
[In(Phase.Recommended)]
[By(Role.Decider, Relation.Office, Relation.Assigned)]
public sealed record ReturnRecommendation(string Reason) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now) =>
        string.IsNullOrWhiteSpace(Reason) ? Refusals.TextMissing.For("reason") : [new RecommendationReturned(Reason)];
}
