using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>No tariff (K07).</summary>
internal sealed class NoTariff : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Tariffs.Clear();
        claim.Expect("K07", Severity.RejectRecord);
    }
}
