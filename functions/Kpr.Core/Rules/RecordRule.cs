using Kpr.Core.Formats;

namespace Kpr.Core.Rules;

/// <summary>A rule that can be judged from one record alone.</summary>
/// <typeparam name="TRecord">The record that the rule reads.</typeparam>
/// <param name="id">Id in the rule catalogue.</param>
/// <param name="severities">Every severity that a finding of the rule may have.</param>
public abstract class RecordRule<TRecord>(string id, params Severity[] severities) : Rule(id, severities), IRecordRule<TRecord>
    where TRecord : FeedRecord
{
    /// <summary>Judges a record; may blank or correct what the rule says is blanked or corrected.</summary>
    public abstract void Judge(TRecord record, RecordVerdict verdict);
}
