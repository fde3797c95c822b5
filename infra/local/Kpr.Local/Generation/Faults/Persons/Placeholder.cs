using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A placeholder in place of a birth number (I13).</summary>
internal sealed class Placeholder : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.BirthNumber, FaultyNumbers.Placeholder(random)));
        record.Expect("I13", Severity.Warning);
    }
}
