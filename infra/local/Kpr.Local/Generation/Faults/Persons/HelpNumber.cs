using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>An H-number, which no other organisation knows (I06), and which yields no person key (I07).</summary>
internal sealed class HelpNumber : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        for (var serial = 0; ; serial++)
        {
            if (SyntheticIdentity.HNumber(record.Person.Born, record.Person.Sex, serial) is { } number)
            {
                record.Identify(new PersonIdentity(IdentityType.HNumber, number));
                record.Expect("I06", Severity.Warning);
                record.Expect("I07", Severity.Warning);
                return;
            }
        }
    }
}
