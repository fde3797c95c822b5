using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Memory;
using Kpr.Core.Rules;

namespace Kpr.Benchmarks;

/// <summary>
/// What it costs to ask the register's memory: keys of a file, half of them known, in a run of ten million facts on disk.
/// In blob storage each request costs some milliseconds more, many at a time.
/// </summary>
internal static class MemoryLookup
{
    private const int Facts = 10_000_000;
    private const int Parts = 4;
    private const int KeysAtOnce = 4_096;

    private static readonly int[] Counts = [1_000, 10_000, 100_000, 1_000_000];

    /// <summary>Measures.</summary>
    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kpr-memory-");
        try
        {
            var table = new MarkdownTable("Ten million facts, 720 MB, one run", "time", "read", "requests");
            var path = Path.Combine(folder.FullName, "whole.run");
            Write(path, 0, 1);
            using var source = new FileRun(path);
            FactRun? run = null;
            await MeasureAsync(table, "opening: end and index", source, async () => run = await FactRun.OpenAsync(source));
            foreach (var count in Counts)
            {
                var keys = Keys(count);
                await MeasureAsync(table, string.Create(CultureInfo.InvariantCulture, $"looking up {count:N0} keys"), source, () => LookUpAsync(run!, keys, count / 2));
            }

            await MeasureAsync(table, "reading from end to end", source, async () => await ReadAsync(run!));
            table.Add($"merging {Parts} runs of a quarter each", Figures.Seconds(await MergeAsync(folder.FullName)), "720 MB", "");
            return $"""
                Keys are evenly spread, as GUIDs and hashes are; half of them are in the run. Warm file system, so this is the work
                of the reader alone: sums checked, facts matched.

                {table}
                """;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(MarkdownTable table, string what, FileRun source, Func<Task> work)
    {
        source.Forget();
        var watch = Stopwatch.StartNew();
        await work();
        table.Add(what, Figures.Seconds(watch.Elapsed), Figures.Megabytes(source.Bytes), source.Requests.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task LookUpAsync(FactRun run, FactKey[] keys, int expected)
    {
        var found = 0;
        foreach (var some in keys.Chunk(KeysAtOnce))
        {
            found += (await run.FindAsync(some)).Count;
        }

        if (found != expected)
        {
            throw new InvalidOperationException($"{found} facts found, {expected} expected.");
        }
    }

    private static async Task<long> ReadAsync(FactRun run)
    {
        var count = 0L;
        await foreach (var _ in run.ReadAsync())
        {
            count++;
        }

        return count;
    }

    private static async Task<TimeSpan> MergeAsync(string folder)
    {
        var sources = new List<FileRun>();
        var runs = new List<FactRun>();
        for (var part = 0; part < Parts; part++)
        {
            var path = Path.Combine(folder, $"{part}.run");
            Write(path, part, Parts);
            sources.Add(new FileRun(path));
            runs.Add(await FactRun.OpenAsync(sources[^1]));
        }

        var watch = Stopwatch.StartNew();
        using (var merged = File.Create(Path.Combine(folder, "merged.run"), 1 << 16))
        {
            var writer = new RunWriter(merged);
            await RunMerge.WriteAsync(runs, writer);
            writer.Finish();
        }

        sources.ForEach(source => source.Dispose());
        return watch.Elapsed;
    }

    private static void Write(string path, int first, int step)
    {
        using var file = File.Create(path, 1 << 16);
        var writer = new RunWriter(file);
        for (var number = first; number < Facts; number += step)
        {
            writer.Add(new Fact(FactKind.RecordId, Key(number), 0, 0, 0, Key(number), Key(number), 0));
        }

        writer.Finish();
    }

    // In rising order, evenly over all there are, none predictable from its neighbour.
    private static UInt128 Key(long number) => new(
        ((ulong)number * (ulong.MaxValue / Facts)) + (Scrambled(number) % (ulong.MaxValue / Facts)), Scrambled(~number));

    private static ulong Scrambled(long number)
    {
        var x = (ulong)number * 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        return x ^ (x >> 27);
    }

    // Every other one is known; the rest lies beside a known one.
    private static FactKey[] Keys(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => Key((long)i * Facts / count) + (UInt128)(i % 2)).Order().Select(key => new FactKey(FactKind.RecordId, key)),
    ];
}
