using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;

namespace Kpr.Benchmarks;

/// <summary>
/// How much memory <c>kpr check</c> takes for files from small to larger than memory. Facts across records are kept in
/// memory up to about 175,000 notifications and in temporary files beyond: both sides are measured.
/// </summary>
internal static class CheckMemory
{
    private static readonly int[] Sizes = [10, 100, 150, 2_000];

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var table = new MarkdownTable("Care events", "notifications", "peak memory (VmHWM)", "time", "throughput", "records");
        foreach (var size in Sizes)
        {
            Console.Error.WriteLine($"checking {size} MB");
            var file = BenchmarkFiles.CareEvents(size, CheckThroughput.Sender);
            var bytes = new FileInfo(file).Length;
            var records = BenchmarkFiles.CareEventRecords(size);
            var run = KprCommand.Check(CheckThroughput.Feed, CheckThroughput.Sender, file);
            table.Add(
                Figures.Megabytes(bytes), $"{records}", Figures.Megabytes(run.PeakMemory), Figures.Seconds(run.Elapsed),
                Figures.Throughput(bytes, run.Elapsed), Figures.Records(records, run.Elapsed));
        }

        return Task.FromResult($"""
            Whole process, pinned to one core, one run each.

            {table}
            """);
    }
}
