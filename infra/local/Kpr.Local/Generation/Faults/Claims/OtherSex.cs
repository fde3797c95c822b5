using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>Another sex than the number's (I15).</summary>
internal sealed class OtherSex : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Identity.Type is IdentityType.BirthNumber or IdentityType.DNumber;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.StatedSex = claim.Person.Sex == Sex.Male ? "2" : "1";
        claim.Expect("I15", Severity.Warning);
    }
}
