using Kpr.Core.Cases.Review;

namespace Kpr.Core.Cases.Rules.Gates;

/// <summary>G10: after a waiver the register does not judge again.</summary>
public sealed class G10WaiverShortCut() : Gate(
    "G10",
    "Når det er gitt dispensasjon, skal registeret levere uten ny vurdering av vilkårene.",
    "After a waiver the register delivers without judging the conditions again.",
    "Helseregisterloven § 19 a sjette ledd; R10")
{
    /// <inheritdoc/>
    public override GateResult Judge(CaseFacts facts, GateAssessment? assessment) => facts.Prerequisites.Any(item => item is { Kind: PrerequisiteKind.Waiver or PrerequisiteKind.Directorate, Status: PrerequisiteStatus.Granted })
        ? Passed() : NotApplicable();
}
