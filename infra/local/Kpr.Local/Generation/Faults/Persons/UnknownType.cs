using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Faults.Persons;

/// <summary>A type of number that is in no list (I02).</summary>
internal sealed class UnknownType : IRecordFault<RecordDraft>
{
    /// <inheritdoc/>
    public int Weight => 1;

    /// <inheritdoc/>
    public bool Fits(RecordDraft record) => record.HasPerson;

    /// <inheritdoc/>
    public void Plant(RecordDraft record, SplitMix random)
    {
        record.Identify(record.Identity with { StrangeType = "77" });
        record.Expect("I02", Severity.RejectRecord);
    }
}
