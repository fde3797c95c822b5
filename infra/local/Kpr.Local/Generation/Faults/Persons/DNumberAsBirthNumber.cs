using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A D-number stated to be a birth number, or the reverse (I12).</summary>
internal sealed class DNumberAsBirthNumber : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public int Weight => 4;

    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(random.PerMille(800)
            ? new PersonIdentity(IdentityType.BirthNumber, Population.DNumber(random, record.Person.Born, record.Person.Sex))
            : new PersonIdentity(IdentityType.DNumber, Population.BirthNumber(random, record.Person.Born, record.Person.Sex)));
        record.Expect("I12", Severity.Warning);
    }
}
