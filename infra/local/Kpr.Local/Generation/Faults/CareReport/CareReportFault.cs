using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Faults.CareReport;

/// <summary>A kind of fault in a record of the annual report.</summary>
/// <typeparam name="TDraft">The record.</typeparam>
/// <param name="Rule">The rule that must find it.</param>
/// <param name="Severity">What it costs.</param>
/// <param name="Weight">How often the kind is chosen, beside the others.</param>
/// <param name="Fits">Whether it can be planted in a record.</param>
/// <param name="Change">Changes the record.</param>
internal sealed record CareReportFault<TDraft>(string Rule, Severity Severity, int Weight, Func<TDraft, bool> Fits, Action<TDraft, SplitMix> Change) : IRecordFault<TDraft>
    where TDraft : RecordDraft
{
    /// <inheritdoc/>
    bool IRecordFault<TDraft>.Fits(TDraft record) => Fits(record);

    /// <inheritdoc/>
    public void Plant(TDraft record, SplitMix random)
    {
        Change(record, random);
        record.Expect(Rule, Severity);
    }
}
