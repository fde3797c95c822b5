using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A type of number without the number (I01).</summary>
internal sealed class NoPatientNumber : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Identify(new PersonIdentity(IdentityType.BirthNumber, null));
        claim.Expect("I01", Severity.RejectRecord);
    }
}
