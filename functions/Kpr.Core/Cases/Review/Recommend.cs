using Kpr.Core.Cases.Deciding;
using Kpr.Core.Cases.Parties;

namespace Kpr.Core.Cases.Review;

/// <summary>Recommends how to decide (innstilling).</summary>
/// <param name="Outcome">How.</param>
/// <param name="Text">Why.</param>
[Command("recommend", "Gi innstilling", "Recommend")]
[In(Phase.InReview)]
[By(Role.Handler, Relation.Assigned)]
public sealed record Recommend(DecisionOutcome Outcome, string Text) : CaseCommand
{
    internal override Outcome<CaseEvent> Decide(CaseState state, CommandContext now)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            return Refusals.TextMissing.For("text");
        }

        if (state.CompleteOn is null)
        {
            return Refusals.NotComplete;
        }

        return DecisionGuards.Unsettled(state) is { } refusal ? refusal : [new Recommended(Outcome, Text)];
    }
}
