using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A treatment after the claim was sent (K05).</summary>
internal sealed class DatedInFuture : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Time = claim.IsJson ? new DateTime(2199, 3, 1, 9, 0, 0) : claim.SentOn.AddDays(random.Between(1, 90)).ToDateTime(new TimeOnly(9, 0));
        claim.Exemption = null;
        claim.Expect("K05", Severity.RejectRecord);
    }
}
