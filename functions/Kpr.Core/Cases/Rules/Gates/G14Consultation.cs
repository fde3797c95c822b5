using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G14: registers that were asked have answered.</summary>
public sealed class G14Consultation() : Gate(
    "G14",
    "Registeret er spurt når særlig kunnskap trengs, og har svart.",
    "The register was asked where special knowledge is needed, and answered.",
    "Forskrift 2023-01-11-48 §§ 4 og 7; R15")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Prerequisites.Any(item => item is { Kind: PrerequisiteKind.RegisterConsultation, Status: PrerequisiteStatus.Open })
        ? Unjudged("Registeret har ikke svart.") : Passed();
}
