using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>An identity number in the service's key (I28).</summary>
internal sealed class IdentityInServiceKey : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.ServiceKey = "TJ-" + Population.BirthNumber(random, care.Person.Born, care.Person.Sex);
        care.Expect("I28", Severity.RejectRecord);
    }
}
