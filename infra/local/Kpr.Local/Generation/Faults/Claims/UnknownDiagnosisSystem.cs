using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A diagnosis in a system that claims do not use (K10).</summary>
internal sealed class UnknownDiagnosisSystem : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Diagnoses.Count > 0;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Diagnoses[0] = ("2.16.578.1.12.4.1.1.9999", claim.Diagnoses[0].Code);
        claim.Expect("K10", Severity.Warning);
    }
}
