using Kpr.Core.Formats.Xpr;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Core.Rules.Persons;
using Kpr.Core.Rules.Xpr;
using Kpr.Core.Tests.CareEvents;

namespace Kpr.Core.Tests.Judging;

/// <summary>Each record has one fate, whatever is found: read = accepted + rejected + duplicates.</summary>
public sealed class FileTallyTests
{
    private const int Seed = 56;

    private static readonly FileContext Context = new(CareEventDocument.ReceivedAt, new RuleSettings());

    [Fact]
    public void Counts_add_up_whatever_is_found()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 2_000; i++)
        {
            var (spans, records) = Spans(random);
            var facts = Facts(random, records);
            var found = Findings(random, records);
            var told = new List<Finding>();
            using var tally = new FileTally(spans, told.Add);
            tally.JudgeAcrossRecords(facts, [The<E02UniqueNotification>.Rule, The<E05KnownOriginal>.Rule, The<E13RepeatedNotification>.Rule], Context);
            if (random.Next(6) == 0)
            {
                tally.AddFileFindings(random.Next(spans.Count), [FileJudge.AsFinding(The<F19WithinLimits>.Rule.Dtd(1))]);
            }

            found.ForEach(tally.AddRecordFinding);
            var outcome = tally.Finish();
            var counts = outcome.Counts;

            Assert.True(counts.Read == records && counts.Read == counts.Accepted + counts.Rejected + counts.Duplicates, $"Seed {Seed}, file {i}: {counts}");
            Assert.True(counts is { Accepted: >= 0, Rejected: >= 0, Duplicates: >= 0 }, $"Seed {Seed}, file {i}: {counts}");
            Assert.Equal(told.Count, outcome.Rules.Values.Sum());
            Assert.Equal(told.Count(finding => finding.Severity == Severity.Warning), counts.Warnings);
            Assert.Equal(told.Order(Finding.ReceiptOrder), outcome.Findings);
            Assert.Equal(counts.Accepted, Enumerable.Range(1, (int)records).Count(ordinal => IsStored(ordinal, spans, outcome, tally, told)));
            Assert.Equal(outcome.Status == ReceiptStatus.Rejected, outcome.RejectedMessages.All(rejected => rejected));
        }
    }

    [Fact]
    public void The_receipt_tells_a_thousand_findings_and_counts_all()
    {
        var told = 0L;
        using var tally = new FileTally([new MessageSpan(1, 5_000)], _ => told++);
        tally.JudgeAcrossRecords([], [], Context);
        for (var ordinal = 1; ordinal <= 4_000; ordinal++)
        {
            tally.AddRecordFinding(At(The<I27OrganisationNumber>.Rule, Severity.Warning, ordinal));
        }

        tally.AddRecordFinding(At(The<I10OnlySyntheticInTest>.Rule, Severity.RejectFile, 4_500));
        var outcome = tally.Finish();

        Assert.True(outcome.FindingsTruncated);
        Assert.Equal(Receipt.MaxFindings, outcome.Findings.Count);
        Assert.Equal(("I10", 4_500L), (outcome.Findings[0].Rule, outcome.Findings[0].Ordinal));
        Assert.Equal(1L, outcome.Findings[1].Ordinal);
        Assert.Equal(4_001, outcome.Rules.Values.Sum());
        Assert.Equal(4_001, told);
        Assert.Equal(new ReceiptCounts(5_000, 0, 5_000, 0, 4_000), outcome.Counts);
    }

    [Fact]
    public void Findings_across_records_come_in_document_order_however_many_they_are()
    {
        const int Records = 300_000;
        var random = new Random(Seed);
        var ordinals = Enumerable.Range(1, Records).Select(ordinal => (long)ordinal).ToArray();
        random.Shuffle(ordinals);
        var told = new List<long>(Records);
        using var tally = new FileTally([new MessageSpan(1, Records)], finding => told.Add(finding.Ordinal!.Value));

        // Corrections that name nothing, met in any order.
        tally.JudgeAcrossRecords(
            ordinals.Select(ordinal => new Fact(FactKind.RecordId, 0, XprFacts.MissingReference, ordinal, ordinal, 0, 0, 0)),
            [The<E05KnownOriginal>.Rule], Context);
        tally.AddRecordFinding(At(The<F02Structure>.Rule, Severity.Warning, 7));
        var outcome = tally.Finish();

        Assert.Equal(Records + 1, told.Count);
        Assert.Equal(told.Order(), told);
        Assert.Equal(new ReceiptCounts(Records, 0, Records, 0, 1), outcome.Counts);
        Assert.Equal(["E05", "F02"], outcome.Findings.Where(finding => finding.Ordinal == 7).Select(finding => finding.Rule));
    }

    private static bool IsStored(int ordinal, List<MessageSpan> spans, FileOutcome outcome, FileTally tally, List<Finding> told)
    {
        var message = spans.FindIndex(span => ordinal >= span.FirstOrdinal && ordinal < span.FirstOrdinal + span.Records);
        return !outcome.RejectedMessages[message] && !tally.Fates.IsDropped(ordinal)
            && !told.Exists(finding => finding.Ordinal == ordinal && finding.Severity >= Severity.RejectRecord);
    }

    private static (List<MessageSpan> Spans, long Records) Spans(Random random)
    {
        var spans = new List<MessageSpan>();
        var next = 1L;
        for (var messages = random.Next(1, 4); messages > 0; messages--)
        {
            var length = random.Next(0, 8);
            spans.Add(new MessageSpan(next, length));
            next += length;
        }

        return (spans, next - 1);
    }

    // Definitions under few ids, so that many are repeated, and references to them.
    private static List<Fact> Facts(Random random, long records)
    {
        using var runs = new FactRuns();
        for (var ordinal = 1L; ordinal <= records; ordinal++)
        {
            var key = (UInt128)random.Next(1, 8);
            runs.Add(new Fact(FactKind.RecordId, key, 0, ordinal, ordinal, key, (UInt128)(random.Next(12) == 0 ? 1 : 0), 'N'));
            if (random.Next(6) == 0)
            {
                runs.Add(new Fact(FactKind.RecordId, 0, 2, ordinal, ordinal, key, 0, 0));
            }
        }

        return [.. runs.Merge()];
    }

    private static List<Finding> Findings(Random random, long records)
    {
        var found = new List<Finding>();
        for (var ordinal = 1L; ordinal <= records; ordinal++)
        {
            for (var i = random.Next(4) - 1; i > 0; i--)
            {
                var severity = random.Next(12) switch { 0 => Severity.RejectFile, < 5 => Severity.RejectRecord, _ => Severity.Warning };
                found.Add(At(The<F02Structure>.Rule, severity, ordinal));
            }
        }

        return found;
    }

    private static Finding At(Rule rule, Severity severity, long ordinal) =>
        Finding.Create(rule, severity, ordinal, ordinal, null, null, "Feil.");
}
