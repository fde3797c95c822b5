using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A DUF number whose control is wrong (I05).</summary>
internal sealed class WrongDuf : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.Duf, FaultyNumbers.WrongLastDigit(Population.Duf(random, GenerateOptions.UsualDay))));
        record.Expect("I05", Severity.RejectRecord);
    }
}
