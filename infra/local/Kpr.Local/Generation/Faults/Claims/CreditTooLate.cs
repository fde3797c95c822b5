using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>
/// A credit of a claim more than three years old (K23). One of a younger claim that is not in the file would be a warning of
/// the register, which may know it, and nothing to a check of the file alone: the answer sheet could not be right for both.
/// </summary>
internal sealed class CreditTooLate : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Refund > 0 && !claim.IsRejected && claim.IsOlderThanCredits;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.IsCredit = true;
        claim.Refund = -claim.Refund;
        claim.Expect("K23", Severity.RejectRecord);
    }
}
