using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>An exemption that is in no list (K19).</summary>
internal sealed class UnknownExemption : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Exemption = "Q";
        claim.Share = claim.Share is null ? null : 0;
        claim.Expect("K19", Severity.Warning);
    }
}
