using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>No diagnosis, from a service that needs one (K08).</summary>
internal sealed class NoDiagnosis : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Practice.Service.NeedsDiagnosis && claim.Diagnoses.Count > 0;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Diagnoses.Clear();
        claim.Expect("K08", Severity.Warning);
    }
}
