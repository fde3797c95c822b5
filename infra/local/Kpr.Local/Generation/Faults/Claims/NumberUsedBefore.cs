using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>The number of the claim before (K04).</summary>
internal sealed class NumberUsedBefore : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Previous is not null && !claim.IsRejected;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Number = claim.Previous!.Number;
        claim.Expect("K04", Severity.RejectRecord);
    }
}
