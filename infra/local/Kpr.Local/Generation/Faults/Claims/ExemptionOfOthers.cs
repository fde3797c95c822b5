using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>An exemption for pregnancy, of a man (K20).</summary>
internal sealed class ExemptionOfOthers : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Person.Sex == Sex.Male && claim.Identity.Type == IdentityType.BirthNumber;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Exemption = "S";
        claim.Share = claim.Share is null ? null : 0;
        claim.Expect("K20", Severity.Warning);
    }
}
