using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A tariff without count, which the XML form demands (K18).</summary>
internal sealed class NoCount : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => !claim.IsJson;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Tariffs[0] = claim.Tariffs[0] with { Count = null };
        claim.Expect("K18", Severity.Warning);
    }
}
