using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Rules;

namespace Kpr.Core.Judging;

/// <summary>
/// Judges a file that is answered once more, by the rules and reference data of today, and says what would change. Nothing is
/// stored. Only what is judged of one record, or of a message by itself, is judged again; what was found across records and
/// files stands as it was told, since what lay before the file then is not what lies before it now.
/// </summary>
/// <param name="feed">The feed of the file.</param>
/// <param name="today">What is known of the file, with the reference data of today.</param>
/// <param name="limits">How much the file may hold.</param>
public sealed class Rehearsal(Feed feed, FileContext today, SourceLimits limits)
{
    /// <summary>The records that are looked at, by ordinal; both ends included. Default: all, and the file as a whole.</summary>
    public (long First, long Last) Records { get; init; } = (0, long.MaxValue);

    /// <summary>Takes each change, the file's first, then by record. Default: nobody asks.</summary>
    public Action<RecordChange> Changed { get; init; } = static _ => { };

    /// <summary>Compares.</summary>
    /// <param name="stored">The file's bytes as they lay in storage; read to the end.</param>
    /// <param name="told">What was told of it: findings about the file anywhere, those about records in document order.</param>
    /// <param name="parts">The files beside it; null where there are none.</param>
    public RehearsalOutcome Run(Stream stored, IEnumerable<Finding> told, ISourceParts? parts = null)
    {
        using var journal = new FindingsJournal();
        var ofFile = Judge(stored, journal, parts);
        var before = told.Where(finding => finding.Ordinal is not null).GetEnumerator();
        var toldOfFile = new List<Finding>();
        var comparison = new Comparison(feed, Changed);
        using (before)
        using (var after = journal.Read().GetEnumerator())
        {
            // Findings about the file may stand behind those about records, and are few.
            toldOfFile.AddRange(told.Where(finding => finding.Ordinal is null));
            Compare(0, toldOfFile, ofFile, comparison);
            var (hasBefore, hasAfter) = (before.MoveNext(), after.MoveNext());
            while (hasBefore || hasAfter)
            {
                var ordinal = Math.Min(hasBefore ? before.Current.Ordinal!.Value : long.MaxValue, hasAfter ? after.Current.Ordinal!.Value : long.MaxValue);
                Compare(ordinal, Take(before, ordinal, ref hasBefore), Take(after, ordinal, ref hasAfter), comparison);
            }
        }

        return comparison.Outcome;
    }

    private static List<Finding> Take(IEnumerator<Finding> findings, long ordinal, ref bool more)
    {
        var taken = new List<Finding>();
        while (more && findings.Current.Ordinal == ordinal)
        {
            taken.Add(findings.Current);
            more = findings.MoveNext();
        }

        return taken;
    }

    private void Compare(long ordinal, List<Finding> before, List<Finding> after, Comparison comparison)
    {
        if (ordinal >= Records.First && ordinal <= Records.Last)
        {
            comparison.Add(ordinal, before, after);
        }
    }

    private List<Finding> Judge(Stream stored, FindingsJournal journal, ISourceParts? parts)
    {
        using var source = SourceContent.Open(stored, limits, parts);
        using var reader = feed.TryOpen(source, limits, out var unreadable);
        var judge = feed.JudgeRecords(today, new NoFacts());
        while (reader is not null && reader.Read())
        {
            journal.Add(judge.Judge(reader.Record).Findings);
        }

        source.Finish();
        return (unreadable ?? reader?.Fatal) is { } fault
            ? [FileJudge.AsFinding(fault)]
            : [.. reader!.Envelopes.SelectMany(envelope => feed.JudgeEnvelope(envelope, today))];
    }

    private sealed class NoFacts : IFactSink
    {
        public void Add(in Fact fact)
        {
        }
    }

    private sealed class Comparison(Feed feed, Action<RecordChange> changed)
    {
        private readonly SortedDictionary<string, long> _added = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, long> _removed = new(StringComparer.Ordinal);
        private readonly List<long> _records = [];
        private long _newlyRejected;
        private long _newlyTaken;

        public RehearsalOutcome Outcome => new(_added, _removed, _newlyRejected, _newlyTaken, _records);

        public void Add(long ordinal, List<Finding> before, List<Finding> after)
        {
            var stands = before.Where(finding => !feed.IsOfOneRecord(finding.Rule)).ToList();
            var changes = Count(after, before.Except(stands), _added) + Count(before.Except(stands), after, _removed);
            var (was, would) = (before.Exists(Rejects), after.Exists(Rejects) || stands.Exists(Rejects));
            if (changes > 0)
            {
                changed(new RecordChange(ordinal, was, would, [.. stands.Concat(after).OrderBy(finding => finding.Rule, StringComparer.Ordinal)]));
            }

            if (ordinal > 0)
            {
                _newlyRejected += would && !was ? 1 : 0;
                _newlyTaken += was && !would ? 1 : 0;
            }

            if (changes > 0 && _records.Count < RehearsalOutcome.MaxRecords)
            {
                _records.Add(ordinal);
            }
        }

        private static bool Rejects(Finding finding) => finding.Severity >= Severity.RejectRecord;

        // What the one has beyond the other: the same rule may speak several times of a record.
        private static long Count(IEnumerable<Finding> one, IEnumerable<Finding> other, SortedDictionary<string, long> counts)
        {
            var rest = other.CountBy(finding => (finding.Rule, finding.Severity)).ToDictionary();
            var beyond = 0L;
            foreach (var (kind, count) in one.CountBy(finding => (finding.Rule, finding.Severity)))
            {
                var more = count - rest.GetValueOrDefault(kind);
                if (more > 0)
                {
                    counts[kind.Rule] = counts.GetValueOrDefault(kind.Rule) + more;
                    beyond += more;
                }
            }

            return beyond;
        }
    }
}
