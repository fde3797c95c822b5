using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>An organisation number whose check digit is wrong (I27).</summary>
internal sealed class WrongOrganisationNumber : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 3;

    /// <inheritdoc/>
    public bool Fits(CareEventDraft care) => care.Organisation is not null;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Organisation = FaultyNumbers.WrongLastDigit(care.Organisation!);
        care.Expect("I27", Severity.Warning);
    }
}
