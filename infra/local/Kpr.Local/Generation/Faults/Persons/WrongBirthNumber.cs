using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A birth number whose last check digit is wrong (I03).</summary>
internal sealed class WrongBirthNumber : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public int Weight => 6;

    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.BirthNumber, FaultyNumbers.WrongLastDigit(Population.BirthNumber(random, record.Person.Born, record.Person.Sex))));
        record.Expect("I03", Severity.RejectRecord);
    }
}
