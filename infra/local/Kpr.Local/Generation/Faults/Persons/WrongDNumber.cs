using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A D-number whose last check digit is wrong (I04).</summary>
internal sealed class WrongDNumber : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.DNumber, FaultyNumbers.WrongLastDigit(Population.DNumber(random, record.Person.Born, record.Person.Sex))));
        record.Expect("I04", Severity.RejectRecord);
    }
}
