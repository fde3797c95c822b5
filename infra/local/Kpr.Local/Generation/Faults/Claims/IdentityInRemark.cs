using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>An identity number in a remark (I28).</summary>
internal sealed class IdentityInRemark : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.Remark = $"Gjelder også {Population.BirthNumber(random, claim.Person.Born, claim.Person.Sex)}, se forrige regning";
        claim.Expect("I28", Severity.RejectRecord);
    }
}
