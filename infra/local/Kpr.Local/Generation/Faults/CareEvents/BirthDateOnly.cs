using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A birth date in place of a number: stored without person key (I07).</summary>
internal sealed class BirthDateOnly : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Identify(new PersonIdentity(IdentityType.Other, care.Person.Born.ToString("ddMMyy", CultureInfo.InvariantCulture)));
        care.Expect("I07", Severity.Warning);
    }
}
