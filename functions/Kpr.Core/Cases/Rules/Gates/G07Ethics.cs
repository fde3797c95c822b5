using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G07: approval by REK for health research.</summary>
public sealed class G07Ethics() : Gate(
    "G07",
    "Medisinsk og helsefaglig forskning har gyldig REK-godkjenning som dekker formålet.",
    "Health research has a valid approval of REK that covers the purpose.",
    "Helseregisterloven § 19 a femte ledd; R14")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Kind == ApplicationKind.Statistics || facts.Content.Purpose?.Category != PurposeCategory.HealthResearch ? NotApplicable()
        : facts.Content.Legal?.Rek is { CoversPurpose: true } rek && !(rek.ExpiresOn < facts.Day) && rek.DecidedOn <= facts.Day ? Passed()
        : Failed("Gyldig REK-godkjenning mangler.");
}
