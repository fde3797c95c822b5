using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Formats;
using Kpr.Core.Formats.CareEvents;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Register;
using Kpr.Core.Rules;

namespace Kpr.Benchmarks;

/// <summary>The parts that a check and the register spend their time in, each alone and warm.</summary>
internal static class HotParts
{
    private const int Records = 20_000;
    private const int Rounds = 30;

    private static readonly Feed Feed = Feeds.Find(CheckThroughput.Feed)!;

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        using var written = new MemoryStream();
        new CareEventFile(CheckThroughput.Sender, Records).Write(written);
        var content = written.ToArray();
        var people = Enumerable.Range(0, Records).Select(SyntheticPeople.Get).ToList();
        var table = new MarkdownTable("One thread, warm, best of 30", "for each", "allocated for each");
        Add(table, "`NationalIdNumber.Analyse`", () => people.ForEach(person => NationalIdNumber.Analyse(person.Number)));
        Add(table, "reading a notification (`CareEventReader`)", () => Read(content, (_, _) => { }));
        Add(table, "reading and judging it, facts noted", () => Judge(content, merge: false));
        Add(table, "the same, and facts sorted and judged across records", () => Judge(content, merge: true));
        Add(table, "reading it and writing its row (`SegmentRows`, a block)", () => WriteRows(content));
        return Task.FromResult($"{table}");
    }

    private static void Add(MarkdownTable table, string part, Action work)
    {
        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            work();
            best = watch.Elapsed < best ? watch.Elapsed : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        table.Add(
            part, string.Create(CultureInfo.InvariantCulture, $"{best.TotalNanoseconds / Records:0} ns"),
            string.Create(CultureInfo.InvariantCulture, $"{allocated / Records} B"));
    }

    private static void Read(byte[] content, Action<FeedRecord, RecordReader> take)
    {
        using var source = SourceContent.Open(new MemoryStream(content), new SourceLimits());
        using var reader = Feed.Open(source, new SourceLimits());
        while (reader.Read())
        {
            take(reader.Record, reader);
        }
    }

    private static void Judge(byte[] content, bool merge)
    {
        var file = new FileContext(DateTimeOffset.UtcNow, new RuleSettings()) { Sender = CheckThroughput.Sender };
        using var facts = new FactRuns();
        var judge = Feed.JudgeRecords(file, facts);
        Read(content, (record, _) => judge.Judge(record));
        if (merge)
        {
            new FileTally([new MessageSpan(1, Records)], null).JudgeAcrossRecords(facts.Merge(), Feed.GroupRules(file), file);
        }
    }

    private static void WriteRows(byte[] content)
    {
        var rows = new SegmentRows();
        var layout = new CareEventsLayout();
        var values = new string?[layout.Columns.Count];
        Read(content, (record, _) =>
        {
            layout.Write(record, values);
            rows.Add(record.Ordinal, null, values);
        });
        rows.Finish();
    }
}
