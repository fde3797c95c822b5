using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A treatment more than six months before the claim was sent (K06).</summary>
internal sealed class SentTooLate : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => !claim.IsJson;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Time = claim.Time.AddMonths(-random.Between(8, 20));
        claim.Expect("K06", Severity.Warning);
    }
}
