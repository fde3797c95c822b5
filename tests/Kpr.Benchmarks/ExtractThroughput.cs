using System.Diagnostics;
using System.Globalization;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;
using Kpr.Core.Extracts.Risk;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Extracts.Scan;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Identity;
using Kpr.Core.Persons;
using Kpr.Core.Register;
using Kpr.Core.Statistics.Orders;

namespace Kpr.Benchmarks;

/// <summary>
/// Person-level extracts of claims on one thread: keys, rows of the register to sorted runs, runs to a CSV file, risk, and the scan of the bytes. Segments are in
/// memory, runs are files; storage is not in the figures.
/// </summary>
internal static class ExtractThroughput
{
    private const int SegmentRowCount = 100_000;
    private const int Segments = 10;
    private const int Persons = 20_000;
    private const int Keys = 2_000_000;
    private const int Rounds = 3;

    private static readonly DateOnly From = new(2022, 1, 1);
    private static readonly DateOnly To = new(2022, 12, 31);
    private static readonly ProjectSecret Secret = new("2026-0001", [.. Enumerable.Range(0, 32).Select(at => (byte)at)]);

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("kpr-extract-");
        try
        {
            var table = new MarkdownTable($"One thread, best of {Rounds}", "rows or keys", "time", "a second", "bytes a second", "allocated");
            MeasureKeys(table);
            var people = Enumerable.Range(0, Persons).Select(PersonOf).ToArray();
            var segment = Segment(people);
            Extract(table, "one table of 14 columns", Plan("tidspunkt", "tjeneste", "praksisId", "behandlerHpr", "behandlerProfesjon", "kjonn", "fodselsaar/age-5", "egenandelStatus", "refusjonOre", "egenandelOre", "bostedKommuneNr", "belopOre"), segment, folder.FullName);
            Extract(table, "the same with diagnoses and tariffs", Plan("tidspunkt", "tjeneste", "praksisId", "behandlerHpr", "behandlerProfesjon", "kjonn", "fodselsaar/age-5", "egenandelStatus", "refusjonOre", "egenandelOre", "bostedKommuneNr", "belopOre", "diagnoser", "takster"), segment, folder.FullName);
            return Task.FromResult($"""
                {SegmentRowCount:N0} claims of {Persons:N0} persons in a segment of {Figures.Megabytes(segment.Length)}, read {Segments} times over. Keys of persons, practices and practitioners and of every row are
                made under the project's secret; 64 MiB of rows are held at once. Keys that come again are remembered, those of rows are not. Allocated is what the thread allocated in all, so memory is below it.
                Learning which claims are credited reads the segment once more, at the speed of the register's tables.

                {table}
                """);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void MeasureKeys(MarkdownTable table)
    {
        using var keys = new ProjectKeys(Secret);
        var people = Enumerable.Range(0, 1000).Select(PersonOf).ToArray();
        var (best, allocated) = Best(() =>
        {
            for (var at = 0; at < Keys; at++)
            {
                keys.OfPerson(people[at % people.Length]);
            }
        });
        Add(table, "keys of persons (`ProjectKeys.OfPerson`)", Keys, best, 0, allocated);
    }

    private static void Extract(MarkdownTable table, string name, ExtractPlan plan, byte[] segment, string folder)
    {
        Console.Error.WriteLine($"  {name} …");
        var dataset = plan.Datasets[0];
        var runs = new Dictionary<string, List<string>>();
        var packed = 0L;
        var (best, allocated) = Best(() =>
        {
            runs.Clear();
            packed = 0;
            using var keys = new ProjectKeys(Secret);
            using var run = new ExtractRun(dataset, plan.Dates, keys, new DisclosablePersons(PersonIndex.Empty), null);
            for (var number = 0; number < Segments; number++)
            {
                foreach (var full in run.Add(new ExtractSegment("claims/2022/05/lege", $"segment-{number}", new MemoryStream(segment)), null))
                {
                    packed += Keep(full, runs, folder);
                }
            }

            foreach (var full in run.Finish())
            {
                packed += Keep(full, runs, folder);
            }
        });
        const long Rows = (long)SegmentRowCount * Segments;
        Add(table, $"register to runs: {name}", Rows, best, packed, allocated);
        var csv = Path.Combine(folder, "merged.csv");
        foreach (var (one, with) in plan.Tables.SelectMany(one => one.Parent is null ? new[] { (one, false), (one, true) } : [(one, false)]))
        {
            MergedTable? merged = null;
            (best, allocated) = Best(() =>
            {
                var streams = runs[one.Name].ConvertAll(path => (Stream)File.OpenRead(path));
                using var target = File.Create(csv);
                merged = ExtractMerge.ToCsv(one, streams, target, with ? new RiskTally(one) : null);
                streams.ForEach(stream => stream.Dispose());
            });
            Add(table, $"runs to `{one.Name}.csv`, {runs[one.Name].Count} runs{(with ? ", with risk" : "")}", merged!.Rows, best, merged.Bytes, allocated);
        }

        (best, allocated) = Best(() =>
        {
            using var content = File.OpenRead(csv);
            LeakScan.Of(content, LeakScanOptions.Default);
        });
        Add(table, "scan of the last file (`LeakScan`)", 0, best, new FileInfo(csv).Length, allocated);
    }

    private static long Keep(PackedRun run, Dictionary<string, List<string>> runs, string folder)
    {
        if (!runs.TryGetValue(run.Table, out var all))
        {
            runs[run.Table] = all = [];
        }

        all.Add(Path.Combine(folder, $"{run.Table}-{all.Count}.run"));
        using var file = File.Create(all[^1]);
        file.Write(run.Content.Span);
        return run.Content.Length;
    }

    private static (TimeSpan Best, long Allocated) Best(Action work)
    {
        var (best, allocated) = (TimeSpan.MaxValue, 0L);
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var watch = Stopwatch.StartNew();
            work();
            best = watch.Elapsed < best ? watch.Elapsed : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return (best, allocated);
    }

    private static void Add(MarkdownTable table, string name, long count, TimeSpan time, long bytes, long allocated) => table.Add(
        name, count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture), Figures.Seconds(time), count == 0 ? "" : Figures.Records(count, time), bytes == 0 ? "" : Figures.Throughput(bytes, time),
        Figures.Megabytes(allocated));

    private static ExtractPlan Plan(params string[] variables)
    {
        var grant = new ExtractGrant("2026-0001", "kpr-1", 1, From, To, VariableCatalogue.All.ToDictionary(variable => variable.Id, _ => (string?)null), null, null, []);
        var ordered = variables.Select(text => text.Split('/')).Select(parts => new OrderedVariable(parts[0], parts.Length > 1 ? parts[1] : null));
        var order = new ExtractOrder("2026-0001", "kpr-1", [new ExtractedDataset("claims", [.. ordered], From, To)], new ExtractedPopulation());
        return ExtractReading.Read(order, grant, ReferenceData.Default, out var plan) is { } fault ? throw new InvalidOperationException(fault.Message) : plan!;
    }

    private static PersonKey PersonOf(int number)
    {
        Span<byte> bytes = stackalloc byte[32];
        System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(number), bytes);
        return new PersonKey(bytes);
    }

    private static byte[] Segment(PersonKey[] people)
    {
        var layout = new ClaimsLayout();
        var columns = layout.Columns.Select(column => column.Name).ToList();
        using var segment = new MemoryStream();
        var writer = new SegmentWriter(segment, layout);
        var cells = new string[columns.Count];
        for (var row = 0; row < SegmentRowCount; row++)
        {
            Array.Fill(cells, "");
            var mix = (uint)row * 2654435761u;
            Set("guid", $"{mix:x8}-0000-4000-8000-{row:x12}");
            Set("regningsnummer", $"{row}");
            Set("tidspunkt", string.Create(CultureInfo.InvariantCulture, $"2022-{1 + (mix % 12):D2}-{1 + (mix % 28):D2}T{8 + (mix % 8):D2}:{mix % 60:D2}:00"));
            Set("tjeneste", "fastlege");
            Set("praksisId", $"{1000000 + (mix % 900)}");
            Set("behandlerHpr", $"{9000000 + (mix % 3000)}");
            Set("behandlerProfesjon", "1");
            Set("kjonn", $"{1 + (mix % 2)}");
            Set("fodselsaar", $"{1930 + (mix % 85)}");
            Set("egenandelStatus", "3");
            Set("refusjonOre", $"{mix % 90000}");
            Set("egenandelOre", "16000");
            Set("debitor", "1");
            Set("diagnoser", (mix % 3) switch { 0 => "ICPC-2:T90", 1 => "ICPC-2:K86 ICPC-2:T90", _ => "ICPC-2:L03" });
            Set("takster", (mix % 2) == 0 ? "2ad*1@18000 11dd*3" : "2ae*1@20000");
            Set("leveranseId", "0d5a2b1c-0000-4000-8000-00000000beef");
            Set("status", "godkjent");
            Set("praksistype", "FALE");
            Set("praksisKommuneNr", "0301");
            Set("bostedKommuneNr", (mix % 4) switch { 0 => "0301", 1 => "4601", 2 => "5001", _ => "1103" });
            Set("belopOre", $"{mix % 110000}");
            Set("innsendtTid", "2022-12-31T10:00:00");
            writer.Add(new SegmentRow(row + 1, people[mix % (uint)people.Length].ToString(), [.. cells]));
        }

        writer.Finish();
        return segment.ToArray();

        void Set(string column, string value) => cells[columns.IndexOf(column)] = value;
    }
}
