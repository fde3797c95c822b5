using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A credit of a claim that is not in the file (K23): the register may know it, so it is a warning.</summary>
internal sealed class CreditOfNothing : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Refund > 0 && !claim.IsRejected;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.IsCredit = true;
        claim.Refund = -claim.Refund;
        claim.Expect("K23", claim.IsOlderThanCredits ? Severity.RejectRecord : Severity.Warning);
    }
}
