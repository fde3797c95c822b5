using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A number without the mark of being synthetic, in the test environment (I10). Of nobody: it is of a day to come, so I25 follows.</summary>
internal sealed class RealNumberInTest : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson && record.Environment == KprEnvironment.Test;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.BirthNumber, FaultyNumbers.Unborn(random)));
        record.Expect("I10", Severity.RejectFile);
        record.Expect("I25", Severity.RejectRecord);
    }
}
