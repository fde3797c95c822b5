using Kpr.Core.Formats;

namespace Kpr.Core.Rules;

/// <summary>A <see cref="RecordRule{TRecord}"/> as the judge of more special records sees it: a rule about persons fits every record of a person.</summary>
/// <typeparam name="TRecord">The record that is judged.</typeparam>
public interface IRecordRule<in TRecord>
    where TRecord : FeedRecord
{
    /// <summary>Judges a record.</summary>
    void Judge(TRecord record, RecordVerdict verdict);
}
