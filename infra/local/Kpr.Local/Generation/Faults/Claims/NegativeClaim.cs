using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A negative amount on a claim that is no credit (K23).</summary>
internal sealed class NegativeClaim : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Refund > 0;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Refund = -claim.Refund;
        claim.Expect("K23", Severity.RejectRecord);
    }
}
