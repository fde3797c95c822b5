using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Functions.Rehearsals;

/// <summary>What is told of a file that is judged again: as it was told, but for the records that change.</summary>
internal sealed class MergedFindings : IDisposable
{
    private readonly FileStream _content = ArchivedFiles.Spool();
    private readonly SortedDictionary<string, long> _rules = new(StringComparer.Ordinal);
    private readonly List<Finding> _first = [];
    private long _warnings;
    private long _count;

    /// <summary>Puts them together.</summary>
    /// <param name="told">What was told, those about records in document order.</param>
    /// <param name="changed">What is told now of records that change; 0 is the file.</param>
    public MergedFindings(IEnumerable<Finding> told, IReadOnlyDictionary<long, IReadOnlyList<Finding>> changed)
    {
        var left = new Queue<KeyValuePair<long, IReadOnlyList<Finding>>>(changed.OrderBy(pair => pair.Key));
        foreach (var finding in told.Where(finding => !changed.ContainsKey(finding.Ordinal ?? 0)))
        {
            while (finding.Ordinal is { } ordinal && left.TryPeek(out var next) && next.Key < ordinal)
            {
                Add(left.Dequeue().Value);
            }

            Add([finding]);
        }

        while (left.TryDequeue(out var rest))
        {
            Add(rest.Value);
        }
    }

    /// <summary>All of them, one a line.</summary>
    public Stream Content
    {
        get
        {
            _content.Position = 0;
            return _content;
        }
    }

    /// <summary>The receipt that takes the place of the earlier one.</summary>
    public Receipt Receipt(AnsweredFile file, ChangedRecords records, DateTime now)
    {
        var counts = file.Receipt.Counts;
        var rejected = counts.Rejected - records.Taken.Count + records.Dropped.Count;
        var first = _first.Order(Finding.ReceiptOrder).Take(Core.Receipts.Receipt.MaxFindings).ToList();
        return file.Receipt with
        {
            Follows = file.Address,
            Status = rejected > 0 ? ReceiptStatus.PartlyAccepted : ReceiptStatus.Accepted,
            CompletedAt = now,
            ReferenceData = ReceiptReferenceData.Of(file.Feed, file.Today),
            Counts = counts with { Accepted = counts.Accepted + records.Taken.Count - records.Dropped.Count, Rejected = rejected, Warnings = _warnings },
            Rules = _rules,
            Findings = first,
            FindingsTruncated = _count > first.Count,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _content.Dispose();

    private void Add(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
        {
            ReceiptJson.WriteLine(_content, finding);
            _count++;
            _warnings += finding.Severity == Severity.Warning ? 1 : 0;
            _rules[finding.Rule] = _rules.GetValueOrDefault(finding.Rule) + 1;
            if (_first.Count < Core.Receipts.Receipt.MaxFindings)
            {
                _first.Add(finding);
            }
        }
    }
}
