using Kpr.Core.Formats;

namespace Kpr.Core.Rules;

/// <summary>What the rules say of the present record. One instance serves a whole file.</summary>
/// <param name="file">What is known of the file.</param>
public sealed class RecordVerdict(FileContext file)
{
    private readonly List<Finding> _findings = [];
    private FeedRecord? _record;

    /// <summary>What is known of the file.</summary>
    public FileContext File => file;

    /// <summary>The findings of the present record, in order of judging.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whether any finding rejects the record or its file.</summary>
    public bool Rejected { get; private set; }

    /// <summary>Begins a new record.</summary>
    public void Begin(FeedRecord record)
    {
        _record = record;
        Rejected = false;
        if (_findings.Count > 0)
        {
            _findings.Clear();
        }
    }

    /// <summary>Reports a finding on the record.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="field">Name of the field in the format.</param>
    /// <param name="message">What is wrong, in Norwegian; never with a national identity number.</param>
    /// <param name="severity">The severity, when it is not the rule's usual one.</param>
    /// <param name="line">Line of the faulty element, when it is not the record's first.</param>
    public void Report(Rule rule, string? field, string message, Severity? severity = null, long? line = null)
    {
        var record = _record ?? throw new InvalidOperationException("No record has begun.");
        var weight = severity ?? rule.Severity;
        if (weight == Severity.RejectRecord && rule.IsAboutContent && record.LowersErrors(file))
        {
            weight = Severity.Warning;
        }

        Rejected |= weight >= Severity.RejectRecord;
        _findings.Add(Finding.Create(rule, weight, record.Ordinal, line ?? record.Line, record.RecordId, field, message));
    }
}
