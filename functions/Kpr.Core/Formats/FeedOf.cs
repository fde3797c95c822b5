using Kpr.Core.Rules;

namespace Kpr.Core.Formats;

/// <summary>A feed whose records and envelopes have known types.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TEnvelope">The envelope.</typeparam>
public abstract class Feed<TRecord, TEnvelope> : Feed
    where TRecord : PersonRecord
    where TEnvelope : MessageEnvelope
{
    /// <inheritdoc/>
    public override IReadOnlyList<GroupRule> GroupRules(FileContext file) =>
        [.. RuleCatalogue.GroupRules.Where(rule => rule.AppliesOn(file.ReceivedOn) && Uses(rule))];

    /// <inheritdoc/>
    public override IRecordJudge JudgeRecords(FileContext file, IFactSink facts) => new RecordJudge(this, file, facts);

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> JudgeEnvelope(MessageEnvelope envelope, FileContext file)
    {
        var verdict = new EnvelopeVerdict(file, envelope);
        foreach (var fault in envelope.Faults)
        {
            verdict.Report(fault.Rule, fault.Field, fault.Message, fault.Severity, fault.Line);
        }

        foreach (var rule in RuleCatalogue.Of<EnvelopeRule<MessageEnvelope>>(file.ReceivedOn))
        {
            rule.Judge(envelope, verdict);
        }

        foreach (var rule in RuleCatalogue.Of<EnvelopeRule<TEnvelope>>(file.ReceivedOn))
        {
            rule.Judge((TEnvelope)envelope, verdict);
        }

        return verdict.Findings;
    }

    /// <inheritdoc/>
    protected override bool Applies(Rule rule) =>
        rule is RecordRule<PersonRecord> or RecordRule<TRecord> or EnvelopeRule<MessageEnvelope> or EnvelopeRule<TEnvelope>;

    /// <summary>Whether a rule across records belongs to the feed: its kind of facts may serve several.</summary>
    protected abstract bool Uses(GroupRule rule);

    /// <summary>Notes what must be remembered of a record to judge it together with others.</summary>
    protected abstract void NoteFacts(TRecord record, bool rejected, IFactSink facts);

    private sealed class RecordJudge(Feed<TRecord, TEnvelope> feed, FileContext file, IFactSink facts) : IRecordJudge
    {
        private readonly RecordVerdict _verdict = new(file);
        private readonly RecordRule<PersonRecord>[] _identity = [.. RuleCatalogue.Of<RecordRule<PersonRecord>>(file.ReceivedOn)];
        private readonly RecordRule<TRecord>[] _own = [.. RuleCatalogue.Of<RecordRule<TRecord>>(file.ReceivedOn)];

        public RecordVerdict Judge(FeedRecord record)
        {
            var own = (TRecord)record;
            _verdict.Begin(own);
            foreach (var fault in own.Faults)
            {
                _verdict.Report(fault.Rule, fault.Field, fault.Message, fault.Severity, fault.Line);
            }

            foreach (var rule in _identity)
            {
                rule.Judge(own, _verdict);
            }

            foreach (var rule in _own)
            {
                rule.Judge(own, _verdict);
            }

            feed.NoteFacts(own, _verdict.Rejected, facts);
            return _verdict;
        }
    }
}
