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
    public override IRecordJudge JudgeRecords(FileContext file, IFactSink facts) => new RecordJudge<TRecord>(file, facts, NoteFacts);

    /// <inheritdoc/>
    public override IReadOnlyList<Finding> JudgeEnvelope(MessageEnvelope envelope, FileContext file)
    {
        var verdict = new EnvelopeVerdict(file, envelope);
        foreach (var fault in envelope.Faults)
        {
            verdict.Report(fault.Rule, fault.Field, fault.Message, fault.Severity, fault.Line);
        }

        foreach (var rule in RuleCatalogue.OfEnvelope<TEnvelope>(file.ReceivedOn))
        {
            rule.Judge((TEnvelope)envelope, verdict);
        }

        return verdict.Findings;
    }

    /// <inheritdoc/>
    protected override bool Applies(Rule rule) =>
        rule is IRecordRule<TRecord> or IEnvelopeRule<TEnvelope>;

    /// <summary>Whether a rule across records belongs to the feed: its kind of facts may serve several.</summary>
    protected abstract bool Uses(GroupRule rule);

    /// <summary>Notes what must be remembered of a record to judge it together with others.</summary>
    protected abstract void NoteFacts(TRecord record, bool rejected, IFactSink facts);
}
