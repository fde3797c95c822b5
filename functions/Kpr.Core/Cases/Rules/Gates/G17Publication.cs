using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G17: publications reveal neither persons nor pharmacies.</summary>
public sealed class G17Publication() : Gate(
    "G17",
    "Publiserte resultater røper verken personer eller apotek.",
    "Published results reveal neither persons nor pharmacies.",
    "LMR-forskriften § 4-2; R48")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Sources.Any(source => source.Register == "lmr") ? Judged(assessment) : NotApplicable();
}
