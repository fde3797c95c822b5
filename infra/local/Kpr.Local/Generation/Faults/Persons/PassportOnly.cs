using System.Globalization;
using Kpr.Core.Identity;
using Kpr.Core.Rules;
using Kpr.Local.Generation.People;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A passport number, which yields no person key (I07).</summary>
internal sealed class PassportOnly : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(new PersonIdentity(IdentityType.Passport, string.Create(CultureInfo.InvariantCulture, $"N{random.Between(1_000_000, 9_999_999)}")));
        record.Expect("I07", Severity.Warning);
    }
}
