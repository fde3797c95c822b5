using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>An ICD-10 diagnosis from a service that uses ICPC-2 (K10).</summary>
internal sealed class DiagnosisSystemOfOthers : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Diagnoses.Count > 0 && claim.Practice.Service.MessageType is "FOM" or "KOM";

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Diagnoses[0] = ("2.16.578.1.12.4.1.1.7110", "M545");
        claim.Expect("K10", Severity.Warning);
    }
}
