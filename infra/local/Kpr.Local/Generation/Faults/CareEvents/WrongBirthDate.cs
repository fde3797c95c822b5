using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>A birth date that does not exist, in place of a number (I08, with the I07 of all such).</summary>
internal sealed class WrongBirthDate : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.Identify(new PersonIdentity(IdentityType.Other, string.Create(CultureInfo.InvariantCulture, $"32{care.Person.Born:MMyy}")));
        care.Expect("I07", Severity.Warning);
        care.Expect("I08", Severity.RejectRecord);
    }
}
