using System.Diagnostics;
using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;

namespace Kpr.Benchmarks;

/// <summary>
/// How fast care events are checked by all rules, against <c>xmllint</c> checking the same file by the schema alone: whole
/// processes by turns on one core, then the same work in a process that is warm.
/// </summary>
internal static class CheckThroughput
{
    public const string Feed = "care-events";
    public const string Sender = "0301";
    private const int Rounds = 5;
    private const int WarmUp = 3;

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var file = BenchmarkFiles.CareEvents(100, Sender);
        return Task.FromResult(Compare(Feed, file, file, "notifications"));
    }

    /// <summary>Measures a file of a feed against <c>xmllint</c> on a file of care events of about the same length.</summary>
    /// <param name="feed">Name of the feed.</param>
    /// <param name="file">The file that is checked.</param>
    /// <param name="validated">The file that is validated.</param>
    /// <param name="records">What its records are called.</param>
    public static string Compare(string feed, string file, string validated, string records)
    {
        var bytes = new FileInfo(file).Length;
        var schema = BenchmarkFiles.CareEventSchema();
        var theirs = new List<TimeSpan>();
        var ours = new List<TimeSpan>();
        KprCommand.Check(feed, Sender, file);
        for (var round = 0; round < Rounds; round++)
        {
            if (schema is not null)
            {
                theirs.Add(ChildProcess.Run("xmllint", "--noout", "--stream", "--schema", schema, validated).Good("xmllint").Elapsed);
            }

            ours.Add(KprCommand.Check(feed, Sender, file).Elapsed);
        }

        var (warm, accepted) = Warm(feed, file);
        var table = new MarkdownTable("One core", "best", "median", "throughput (best)", "against xmllint (best)");
        Add(table, "`xmllint --noout --stream --schema`: the schema alone", new FileInfo(validated).Length, theirs, theirs);
        Add(table, "`kpr check`: structure and every rule, whole process", bytes, ours, theirs);
        Add(table, "the same in a warm process (`FileJudge`)", bytes, warm, theirs);
        return $"""
            {Figures.Megabytes(bytes)}, {accepted} {records}, none with a finding; {Rounds} rounds, by turns, pinned to one core{(schema is null ? "; xmllint or the schema was not there" : "")}.
            The warm figure is of {Rounds} runs behind {WarmUp} that are not counted.

            {table}
            """;
    }

    private static (IReadOnlyCollection<TimeSpan> Times, long Records) Warm(string feed, string file)
    {
        var content = File.ReadAllBytes(file);
        var times = new List<TimeSpan>();
        var records = 0L;
        using var process = Process.GetCurrentProcess();
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = 1;
        }

        for (var round = -WarmUp; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            records = Judge(feed, content).Counts.Accepted;
            if (round >= 0)
            {
                times.Add(watch.Elapsed);
            }
        }

        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            process.ProcessorAffinity = (1 << Environment.ProcessorCount) - 1;
        }

        return (times, records);
    }

    private static Receipt Judge(string feed, byte[] content)
    {
        var context = new FileContext(DateTimeOffset.UtcNow, new RuleSettings()) { Sender = Sender };
        using var stored = new MemoryStream(content);
        return new FileJudge(Feeds.Find(feed)!, context, new SourceLimits()).Judge(stored, "file.xml", TimeProvider.System);
    }

    private static void Add(MarkdownTable table, string what, long bytes, IReadOnlyCollection<TimeSpan> times, List<TimeSpan> theirs)
    {
        if (times.Count > 0)
        {
            var best = Figures.Best(times);
            table.Add(
                what, Figures.Seconds(best), Figures.Seconds(Figures.Median(times)), Figures.Throughput(bytes, best),
                theirs.Count == 0 ? "–" : Figures.Ratio(Figures.Best(theirs), best));
        }
    }
}
