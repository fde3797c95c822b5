using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>No identity of the patient at all (I01 and I02).</summary>
internal sealed class NoIdentity : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Identify(new PersonIdentity(IdentityType.None, null));
        claim.Expect("I01", Severity.RejectRecord);
        claim.Expect("I02", Severity.RejectRecord);
    }
}
