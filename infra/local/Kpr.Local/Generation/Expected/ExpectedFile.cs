using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Local.Generation.Expected;

/// <summary>
/// What the register must say of a file, worked out from what was planted in it: by the contract of receipts, and never
/// by asking the rules.
/// </summary>
/// <param name="path">Path from the set's folder, with forward slashes.</param>
/// <param name="feed">Name of the feed.</param>
/// <param name="sender">The sender.</param>
internal sealed class ExpectedFile(string path, string feed, string sender)
{
    // Rule F25, by the contract of receipts.
    private const long HeldFromRecords = 200;
    private const int HeldAbovePercent = 5;

    private readonly List<ExpectedMessage> _messages = [];
    private readonly List<ExpectedFinding> _findings = [];
    private bool _rejected;
    private long _ordinal;

    /// <summary>Path from the set's folder.</summary>
    public string Path => path;

    /// <summary>Name of the feed.</summary>
    public string Feed => feed;

    /// <summary>The sender.</summary>
    public string Sender => sender;

    /// <summary>Records written so far.</summary>
    public long Records => _ordinal;

    /// <summary>The findings, those about the file first.</summary>
    public IEnumerable<ExpectedFinding> Findings =>
        _findings.Concat(IsHeld ? [new ExpectedFinding("F25", Severity.RejectFile, null, null)] : []).OrderBy(finding => finding.Ordinal ?? 0).ThenBy(finding => finding.Rule, StringComparer.Ordinal);

    /// <summary>Number of records, by fate.</summary>
    public ReceiptCounts Counts
    {
        get
        {
            var read = _messages.Sum(message => message.Read);
            var kept = _messages.Where(message => !_rejected && !message.IsRejected).ToList();
            var duplicates = kept.Sum(message => message.Duplicates);
            var accepted = kept.Sum(message => message.Read - message.Rejected) - duplicates;
            var warnings = _findings.Count(finding => finding.Severity == Severity.Warning);
            return IsRejected ? new(read, 0, read, 0, warnings) : new(read, accepted, read - accepted - duplicates, duplicates, warnings);
        }
    }

    /// <summary>What becomes of the file.</summary>
    public ReceiptStatus Status => IsRejected ? ReceiptStatus.Rejected
        : IsHeld ? ReceiptStatus.Held
        : Counts.Rejected > 0 || _messages.Any(message => message.IsRejected) ? ReceiptStatus.PartlyAccepted
        : ReceiptStatus.Accepted;

    private bool IsHeld => !IsRejected && Counts is var counts && counts.Read >= HeldFromRecords && counts.Rejected * 100 > counts.Read * HeldAbovePercent;

    private bool IsRejected
    {
        get
        {
            if (_rejected || (_messages.Count > 0 && _messages.TrueForAll(message => message.IsRejected)))
            {
                return true;
            }

            var kept = _messages.Where(message => !message.IsRejected).ToList();
            var accepted = kept.Sum(message => message.Read - message.Rejected - message.Duplicates);
            return accepted == 0 && _messages.Sum(message => message.Rejected + (message.IsRejected ? message.Read : 0)) > 0;
        }
    }

    /// <summary>Begins a message.</summary>
    public void BeginMessage() => _messages.Add(new ExpectedMessage());

    /// <summary>Counts a record and what is expected of it.</summary>
    /// <returns>The record's ordinal.</returns>
    public long AddRecord(string? recordId, IReadOnlyCollection<(string Rule, Severity Severity)> expected)
    {
        var message = _messages[^1];
        message.Read++;
        _ordinal++;
        foreach (var (rule, severity) in expected)
        {
            _findings.Add(new ExpectedFinding(rule, severity, _ordinal, recordId));
            message.IsRejected |= severity == Severity.RejectFile;
        }

        message.Rejected += expected.Any(finding => finding.Severity >= Severity.RejectRecord) ? 1 : 0;
        return _ordinal;
    }

    /// <summary>Counts a record that repeats the one before, byte by byte.</summary>
    public void AddDuplicate()
    {
        _messages[^1].Read++;
        _messages[^1].Duplicates++;
        _ordinal++;
    }

    /// <summary>Expects a finding about the present message.</summary>
    public void ExpectOfMessage(string rule, Severity severity)
    {
        _findings.Add(new ExpectedFinding(rule, severity, null, null));
        _messages[^1].IsRejected |= severity == Severity.RejectFile;
    }

    /// <summary>Expects a finding that rejects the whole file, beside all others.</summary>
    public void ExpectOfFile(string rule)
    {
        _findings.Add(new ExpectedFinding(rule, Severity.RejectFile, null, null));
        _rejected = true;
    }

    /// <summary>Expects that reading stops where the file now ends, or before it began: nothing else is judged.</summary>
    /// <param name="rule">The rule that says so.</param>
    /// <param name="readNothing">Whether not even the first message can be told.</param>
    public void ExpectUnreadable(string rule, bool readNothing)
    {
        _findings.RemoveAll(finding => finding.Rule != "F08");
        if (readNothing)
        {
            _messages.Clear();
        }

        ExpectOfFile(rule);
    }

    /// <summary>The same expectations of a copy under another name.</summary>
    public ExpectedFile CopyTo(string copyPath)
    {
        var copy = new ExpectedFile(copyPath, feed, sender) { _rejected = _rejected, _ordinal = _ordinal };
        copy._messages.AddRange(_messages);
        copy._findings.AddRange(_findings);
        return copy;
    }
}
