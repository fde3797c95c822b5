using System.Text;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Memory;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Memory;

/// <summary>A register that does nothing but judge files of a feed one after the other, and remember.</summary>
internal sealed class RememberingRegister(string feed, string sender)
{
    private readonly Feed _feed = Feeds.Find(feed)!;
    private readonly List<FactRun> _history = [];

    public DateTimeOffset ReceivedAt { get; set; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Facts remembered so far.</summary>
    public long Facts => _history.Sum(run => run.Facts);

    /// <summary>Judges a file and remembers it.</summary>
    /// <returns>Its fate: rule, severity and ordinal of each finding, then the counts of accepted, rejected and repeated records.</returns>
    public async Task<string> TakeAsync(object file)
    {
        var context = new FileContext(ReceivedAt, new RuleSettings()) { Sender = sender };
        using var source = SourceContent.Open(new MemoryStream(Encoding.UTF8.GetBytes(file.ToString()!)), new SourceLimits());
        using var reader = _feed.Open(source, new SourceLimits());
        using var facts = new FactRuns();
        using var own = new FactSpool();
        var judge = _feed.JudgeRecords(context, new BlindFacts(facts, "secret"u8));
        var findings = new List<Finding>();
        while (reader.Read())
        {
            findings.AddRange(judge.Judge(reader.Record).Findings);
        }

        foreach (var fact in facts.Merge())
        {
            own.Add(fact);
        }

        var known = new List<IEnumerable<Fact>>();
        foreach (var run in _history)
        {
            known.Add((await Recall.FromAsync(own.Read(), run)).Read());
        }

        using var tally = new FileTally([.. reader.Envelopes.Select(envelope => new MessageSpan(envelope.FirstOrdinal, envelope.Records))], null);
        tally.JudgeAcrossRecords(FactMerge.Of([.. known, own.Read()]), _feed.GroupRules(context), context);
        foreach (var envelope in reader.Envelopes)
        {
            tally.AddFileFindings(envelope.Index, _feed.JudgeEnvelope(envelope, context));
        }

        findings.ForEach(tally.AddRecordFinding);
        var outcome = tally.Finish();
        var refused = outcome.Findings.Where(finding => finding.Severity == Severity.RejectRecord).Select(finding => finding.Ordinal!.Value).ToHashSet();
        var whole = outcome.Status != ReceiptStatus.Rejected;
        var remembered = new RememberedFacts(
            _feed, ordinal => whole && !refused.Contains(ordinal) && !tally.Fates.IsDuplicate(ordinal), ordinal => whole && !tally.Fates.IsDuplicate(ordinal));
        _history.Add(await CountedRun.OpenAsync(remembered.Of(own.Read())));
        var told = outcome.Findings.Select(finding => $"{finding.Rule} {Letters(finding.Severity)} {finding.Ordinal}");
        return string.Join(", ", told.Append($"{outcome.Counts.Accepted}+{outcome.Counts.Rejected}+{outcome.Counts.Duplicates}"));
    }

    /// <summary>Merges all that is remembered into one run.</summary>
    public async Task MergeAsync()
    {
        var content = new MemoryStream();
        var writer = new RunWriter(content);
        await RunMerge.WriteAsync(_history, writer);
        writer.Finish();
        _history.Clear();
        _history.Add(await FactRun.OpenAsync(new CountedRun(content.ToArray())));
    }

    private static string Letters(Severity severity) => severity switch
    {
        Severity.RejectFile => "RF",
        Severity.RejectRecord => "RR",
        _ => "W",
    };
}
