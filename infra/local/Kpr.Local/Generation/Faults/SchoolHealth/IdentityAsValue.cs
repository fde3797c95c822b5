using Kpr.Core.Rules;
using Kpr.Local.Generation.People;
using Kpr.Local.Generation.SchoolHealth;

namespace Kpr.Local.Generation.Faults.SchoolHealth;

/// <summary>An identity number as the value of a measurement (I28).</summary>
internal sealed class IdentityAsValue : IRecordFault<SchoolHealthDraft>
{
    /// <inheritdoc/>
    public int Weight => 2;

    /// <inheritdoc/>
    public void Plant(SchoolHealthDraft draft, SplitMix random)
    {
        draft.Measurements.Add(("Merknad", Population.BirthNumber(random, draft.Person.Born, draft.Person.Sex), ""));
        draft.Expect("I28", Severity.RejectRecord);
    }
}
