using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A person above 125 years of age (I25).</summary>
internal sealed class TooOld : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.BirthNumber, SyntheticBirth(random, record.Person.Sex)));
        record.Expect("I25", Severity.RejectRecord);
    }

    // The series of before 1900 has 125 serials a day and sex.
    private static string SyntheticBirth(SplitMix random, Sex sex)
    {
        var born = new DateOnly(random.Between(1860, 1895), random.Between(1, 12), random.Between(1, 28));
        for (var serial = random.Below(125); ; serial = (serial + 1) % 125)
        {
            if (SyntheticIdentity.BirthNumber(born, sex, serial) is { } number)
            {
                return number;
            }
        }
    }
}
