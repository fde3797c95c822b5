using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G08: no threat to society.</summary>
public sealed class G08SecurityOfSociety() : Gate(
    "G08",
    "Utleveringen truer ikke samfunnets evne til å verne grunnleggende verdier og liv og helse.",
    "The disclosure does not threaten society’s ability to protect basic values, life and health.",
    "Lov 2025-12-22-126, i kraft 15. april 2026; R13")
{
    /// <inheritdoc/>
    public override DateOnly? ValidFrom => new(2026, 4, 15);

    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => Judged(assessment);
}
