using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>Both an exemption and a share (K21).</summary>
internal sealed class ExemptAndPaying : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Share > 0;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Exemption = "F";
        claim.Expect("K21", Severity.Warning);
    }
}
