using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>The GUID of the claim before, with other content (K03).</summary>
internal sealed class GuidUsedBefore : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Previous is not null && !claim.IsRejected;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Guid = claim.Previous!.Guid;
        claim.Expect("K03", Severity.RejectRecord);
    }
}
