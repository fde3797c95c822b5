using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G01: an explicit purpose within the register’s.</summary>
public sealed class G01Purpose() : Gate(
    "G01",
    "Formålet er uttrykkelig angitt og innenfor registerets formål.",
    "The purpose is explicit and within that of the register.",
    "Helseregisterloven § 19 a første ledd a")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => string.IsNullOrWhiteSpace(facts.Content.Purpose?.Text) ? Failed("Formålet er ikke beskrevet.") : Judged(assessment);
}
