using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A birth date in the future (I25).</summary>
internal sealed class NotYetBorn : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.BirthNumber, Population.BirthNumber(random, new DateOnly(random.Between(2036, 2039), 5, random.Between(1, 28)), record.Person.Sex)));
        record.Expect("I25", Severity.RejectRecord);
    }
}
