using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A birth date of another year than the number's (I14).</summary>
internal sealed class OtherBirthYear : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Identity.Type == IdentityType.BirthNumber;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.StatedBirth = claim.Person.Born.AddYears(-1);
        claim.Expect("I14", Severity.Warning);
    }
}
