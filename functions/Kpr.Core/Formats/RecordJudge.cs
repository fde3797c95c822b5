using Kpr.Core.Rules;

namespace Kpr.Core.Formats;

/// <summary>Applies the faults that the reader met and the rules of a type of record.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <param name="file">What is known of the file.</param>
/// <param name="facts">Takes the facts.</param>
/// <param name="note">Notes the facts of a judged record; told whether it is rejected.</param>
/// <param name="formOnly">Whether only what the reader met is told.</param>
internal sealed class RecordJudge<TRecord>(FileContext file, IFactSink facts, Action<TRecord, bool, IFactSink> note, bool formOnly = false) : IRecordJudge
    where TRecord : PersonRecord
{
    private readonly RecordVerdict _verdict = new(file);

    // As delegates: a call through an interface with variance costs more, and this is asked of every record.
    private readonly Action<TRecord, RecordVerdict>[] _rules =
        formOnly ? [] : [.. RuleCatalogue.OfRecord<TRecord>(file.ReceivedOn).Select(rule => (Action<TRecord, RecordVerdict>)rule.Judge)];

    public RecordVerdict Judge(FeedRecord record)
    {
        var own = (TRecord)record;
        _verdict.Begin(own);
        foreach (var fault in own.Faults)
        {
            _verdict.Report(fault.Rule, fault.Field, fault.Message, fault.Severity, fault.Line);
        }

        foreach (var rule in _rules)
        {
            rule(own, _verdict);
        }

        note(own, _verdict.Rejected, facts);
        return _verdict;
    }
}
