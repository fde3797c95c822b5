using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G02: grounds under GDPR Art. 6 and 9.</summary>
public sealed class G02LegalBasis() : Gate(
    "G02",
    "Mottaker har vist behandlingsgrunnlag etter artikkel 6 og 9.",
    "The recipient has shown grounds under Art. 6 and 9.",
    "Helseregisterloven § 19 a første ledd b; R7")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Kind == ApplicationKind.Statistics ? NotApplicable()
        : string.IsNullOrWhiteSpace(facts.Content.Legal?.Article6) || string.IsNullOrWhiteSpace(facts.Content.Legal.Article9)
            ? Failed("Behandlingsgrunnlag mangler.") : Passed();
}
