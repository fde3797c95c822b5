using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G03: inside consents, and not against reservations.</summary>
public sealed class G03Consent() : Gate(
    "G03",
    "Utleveringen er innenfor samtykkene og ikke i strid med reservasjoner.",
    "The disclosure lies within consents and is not against reservations.",
    "Helseregisterloven § 19 a første ledd c; KPR-forskriften § 2-2; R20")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Content.Legal is not { Route: ConfidentialityRoute.Consent } legal ? NotApplicable()
        : legal.ConsentAttachment is { } consent && facts.HasAttachment(consent) ? Judged(assessment)
        : Failed("Samtykkeskjema mangler.");
}
