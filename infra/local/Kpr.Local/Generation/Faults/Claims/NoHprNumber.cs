using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A practitioner whose HPR number is zero (I26).</summary>
internal sealed class NoHprNumber : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Practitioner = "0";
        claim.Expect("I26", Severity.Warning);
    }
}
