using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A tariff used zero times (K18).</summary>
internal sealed class CountOfZero : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Tariffs[0] = claim.Tariffs[0] with { Count = 0 };
        claim.Expect("K18", Severity.Warning);
    }
}
