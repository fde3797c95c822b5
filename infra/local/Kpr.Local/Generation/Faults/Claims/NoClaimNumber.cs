using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>No number of the claim (F02).</summary>
internal sealed class NoClaimNumber : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Number = null;
        claim.Expect("F02", Severity.RejectRecord);
    }
}
