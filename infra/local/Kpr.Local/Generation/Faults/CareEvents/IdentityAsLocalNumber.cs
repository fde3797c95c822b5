using Kpr.Core.Rules;
using Kpr.Local.Generation.CareEvents;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.CareEvents;

/// <summary>An identity number as local user number (I21).</summary>
internal sealed class IdentityAsLocalNumber : IRecordFault<CareEventDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(CareEventDraft care, SplitMix random)
    {
        care.LocalNumber = Population.BirthNumber(random, care.Person.Born, care.Person.Sex);
        care.Expect("I21", Severity.RejectRecord);
    }
}
