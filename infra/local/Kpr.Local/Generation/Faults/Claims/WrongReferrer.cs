using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>A referring organisation whose number does not hold (I27).</summary>
internal sealed class WrongReferrer : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.IsJson;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        claim.ReferringOrganisation = FaultyNumbers.WrongLastDigit(Population.Organisation(random));
        claim.Expect("I27", Severity.Warning);
    }
}
