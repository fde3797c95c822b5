using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A diagnosis code that has the form of no system (K11).</summary>
internal sealed class MalformedDiagnosis : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Diagnoses.Count > 0;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Diagnoses[0] = (claim.Diagnoses[0].System, "9X");
        claim.Expect("K11", Severity.Warning);
    }
}
