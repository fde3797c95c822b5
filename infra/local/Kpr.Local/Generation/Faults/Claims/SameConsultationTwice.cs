using Kpr.Core.Rules;
using Kpr.Local.Generation.Claims;

namespace Kpr.Local.Generation.Faults.Claims;

/// <summary>The consultation of the claim before once more: patient, practitioner, minute and tariff (K30).</summary>
internal sealed class SameConsultationTwice : IRecordFault<ClaimDraft>
{
    /// <inheritdoc/>
    public int Weight => 4;

    /// <inheritdoc/>
    public bool Fits(ClaimDraft claim) => claim.Previous is not null && !claim.IsRejected && Array.IndexOf(Consultations, claim.Previous.Tariffs[0].Code) >= 0;

    /// <inheritdoc/>
    public void Plant(ClaimDraft claim, SplitMix random)
    {
        var first = claim.Previous!;
        claim.Identify(first.Identity);
        claim.Practitioner = first.Practitioner;
        claim.Time = first.Time;
        claim.Tariffs[0] = first.Tariffs[0];
        claim.Expect("K30", Severity.Warning);
    }

    private static readonly string[] Consultations = ["2ad", "2ae", "2ak", "A1a", "A2a", "A3a", "C34a"];
}
