using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>An exemption for children, of an adult (K20).</summary>
internal sealed class ChildExemptionOfAdult : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Person.Born.AddYears(20) < claim.SentOn && claim.Identity.Type == IdentityType.BirthNumber;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Exemption = "J";
        claim.Share = claim.Share is null ? null : 0;
        claim.Expect("K20", Severity.Warning);
    }
}
