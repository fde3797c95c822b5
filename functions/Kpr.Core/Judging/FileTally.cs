using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;

namespace Kpr.Core.Judging;

/// <summary>
/// Puts the findings of a file together: those about the file, those about records (in document order) and
/// those across records; counts them; and says what becomes of each record.
/// </summary>
/// <remarks>
/// First <see cref="JudgeAcrossRecords"/>, then <see cref="AddFileFindings"/>, then <see cref="AddRecordFinding"/> for
/// each finding in document order, then <see cref="Finish"/>.
/// </remarks>
/// <param name="messages">The messages of the file, with their numbers of records.</param>
/// <param name="record">Takes every finding of the final list, in order: file first, then by record, and F25 last.</param>
public sealed class FileTally(IReadOnlyList<MessageSpan> messages, Action<Finding>? record) : IDisposable
{
    private readonly RecordFates _fates = new();
    private readonly SortedDictionary<string, long> _rules = new(StringComparer.Ordinal);
    private readonly List<Finding> _rejecting = [];
    private readonly List<Finding> _others = [];
    private readonly List<Finding> _ofRecord = [];
    private readonly long[] _rejectedRecords = new long[messages.Count];
    private readonly bool[] _rejectedMessages = new bool[messages.Count];
    private GroupFindings? _across;
    private FileContext? _file;
    private bool _rejectedFile;
    private long _warnings;
    private long _listed;
    private int _message;

    /// <summary>What the rules across records said of each record.</summary>
    public RecordFates Fates => _fates;

    /// <summary>Applies the rules across records.</summary>
    /// <param name="facts">All facts of the file, in order.</param>
    /// <param name="rules">The rules, in order of judging.</param>
    /// <param name="file">What is known of the file.</param>
    public void JudgeAcrossRecords(IEnumerable<Fact> facts, IReadOnlyList<GroupRule> rules, FileContext file)
    {
        _across = new GroupFindings();
        _file = file;
        var verdict = new GroupVerdict(file, _fates, _across);
        FactKind kind = 0;
        UInt128 key = default;
        GroupSession[] present = [];
        foreach (var fact in facts)
        {
            var first = fact.Key != key;
            if (fact.Kind != kind)
            {
                kind = fact.Kind;
                present = Begin(rules, kind, verdict);
                first = true;
            }

            key = fact.Key;
            foreach (var session in present)
            {
                session.Next(fact, first);
            }
        }

        _across.Sort();
    }

    /// <summary>Adds the findings about the file or one of its messages.</summary>
    /// <param name="message">0-based message; null for the whole file.</param>
    /// <param name="findings">The findings.</param>
    public void AddFileFindings(int? message, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Severity == Severity.RejectFile)
            {
                if (message is { } index)
                {
                    _rejectedMessages[index] = true;
                }
                else
                {
                    _rejectedFile = true;
                }
            }

            List(finding);
        }
    }

    /// <summary>Adds a finding on a record; findings come in document order.</summary>
    public void AddRecordFinding(Finding finding)
    {
        var ordinal = finding.Ordinal!.Value;
        if (_ofRecord.Count > 0 && _ofRecord[0].Ordinal != ordinal)
        {
            CloseRecord();
        }

        while (_ofRecord.Count == 0 && _across?.Next is { } earlier && earlier.Ordinal < ordinal)
        {
            CloseAcross(_across);
        }

        _ofRecord.Add(finding);
    }

    /// <summary>Closes the file.</summary>
    public FileOutcome Finish()
    {
        CloseRecord();
        while (_across?.Next is not null)
        {
            CloseAcross(_across);
        }

        if (_file is { Review: Review.Refused })
        {
            AddFileFindings(null, [FileJudge.AsFinding(The<F25FewRejected>.Rule.Refused())]);
        }

        var read = messages.Sum(message => message.Records);
        var rejectedMessages = messages.Where((_, i) => _rejectedFile || _rejectedMessages[i]).ToList();
        var kept = messages.Where((_, i) => !_rejectedFile && !_rejectedMessages[i]).ToList();
        var duplicates = kept.Sum(message => CountDuplicates(message));
        var rejected = rejectedMessages.Sum(message => message.Records)
            + messages.Select((_, i) => _rejectedFile || _rejectedMessages[i] ? 0 : _rejectedRecords[i]).Sum();
        var accepted = read - rejected - duplicates;
        var nothing = _rejectedFile || (messages.Count > 0 && kept.Count == 0) || (read > 0 && accepted == 0 && rejected > 0);
        // Before the counts: it may be one of the warnings.
        var held = !nothing && IsHeld(rejected, read);
        var counts = nothing
            ? new ReceiptCounts(read, 0, read, 0, _warnings)
            : new ReceiptCounts(read, accepted, rejected, duplicates, _warnings);
        var status = nothing ? ReceiptStatus.Rejected
            : held ? ReceiptStatus.Held
            : rejected > 0 || rejectedMessages.Count > 0 ? ReceiptStatus.PartlyAccepted
            : ReceiptStatus.Accepted;
        IReadOnlyList<Finding> findings =
            [.. _rejecting.Concat(_others).Order(Finding.ReceiptOrder).Take(Receipt.MaxFindings)];
        return new FileOutcome(
            status, counts, _rules, findings, _listed > findings.Count, [.. messages.Select((_, i) => nothing || _rejectedMessages[i])]);
    }

    /// <inheritdoc/>
    public void Dispose() => _across?.Dispose();

    // F25. Told last, since only now it is known.
    private bool IsHeld(long rejected, long read)
    {
        if (_file is not { } file || read < file.Settings.HoldFromRecords || rejected <= file.Settings.HoldAboveShare * read)
        {
            return false;
        }

        var released = file.Review == Review.Released;
        List(FileJudge.AsFinding(released ? The<F25FewRejected>.Rule.Released(rejected, read) : The<F25FewRejected>.Rule.TooMany(rejected, read)));
        return !released;
    }

    private static GroupSession[] Begin(IReadOnlyList<GroupRule> rules, FactKind kind, GroupVerdict verdict) =>
        [.. rules.Where(rule => rule.Kind == kind).Select(rule => rule.Begin(verdict))];

    private long CountDuplicates(MessageSpan message)
    {
        if (_fates.Duplicates == 0)
        {
            return 0;
        }

        var count = 0L;
        for (var ordinal = message.FirstOrdinal; ordinal < message.FirstOrdinal + message.Records; ordinal++)
        {
            count += _fates.IsDuplicate(ordinal) ? 1 : 0;
        }

        return count;
    }

    private void CloseAcross(GroupFindings across)
    {
        _ofRecord.Add(across.Take());
        CloseRecord();
    }

    private void CloseRecord()
    {
        if (_ofRecord.Count == 0)
        {
            return;
        }

        var ordinal = _ofRecord[0].Ordinal!.Value;
        while (_across?.Next is { } across && across.Ordinal == ordinal)
        {
            _ofRecord.Add(_across.Take());
        }

        if (!_fates.IsDuplicate(ordinal))
        {
            var message = MessageOf(ordinal);
            var worst = Severity.Warning;
            foreach (var finding in _ofRecord.OrderBy(finding => finding.Rule, StringComparer.Ordinal))
            {
                worst = finding.Severity > worst ? finding.Severity : worst;
                List(finding);
            }

            _rejectedRecords[message] += worst >= Severity.RejectRecord ? 1 : 0;
            _rejectedMessages[message] |= worst == Severity.RejectFile;
        }

        _ofRecord.Clear();
    }

    private int MessageOf(long ordinal)
    {
        while (ordinal >= messages[_message].FirstOrdinal + messages[_message].Records)
        {
            _message++;
        }

        return _message;
    }

    private void List(Finding finding)
    {
        _listed++;
        _rules[finding.Rule] = _rules.GetValueOrDefault(finding.Rule) + 1;
        _warnings += finding.Severity == Severity.Warning ? 1 : 0;
        var list = finding.Severity == Severity.RejectFile ? _rejecting : _others;
        if (list.Count < Receipt.MaxFindings)
        {
            list.Add(finding);
        }

        record?.Invoke(finding);
    }
}
