using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>An element or field that the format does not have (F18): rejects the whole message.</summary>
internal sealed class UnknownInClaim : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.StrangeName = claim.IsJson ? "telefon" : "Telefon";
        claim.Expect("F18", Severity.RejectFile);
    }
}
