using System.Globalization;
using System.IO.Compression;
using Kpr.Benchmarks.Files;
using Kpr.Benchmarks.Measuring;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Identity;
using Kpr.Core.Register;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Tests.Register;

namespace Kpr.Benchmarks.Segments;

/// <summary>How fast stored claims are written, read and counted, in the form that segments have and in the one they had.</summary>
internal static class SegmentThroughput
{
    private const int Claims = 1_000_000;
    private const int Rounds = 3;

    private static readonly ClaimsLayout Layout = new();
    private static readonly string[] Five = ["personKey", "tidspunkt", "kjonn", "fodselsaar", "bostedKommuneNr"];

    /// <summary>Measures.</summary>
    public static Task<string> RunAsync()
    {
        Directory.CreateDirectory(BenchmarkFiles.Folder);
        var (earlier, now) = (Path.Combine(BenchmarkFiles.Folder, "claims.csv.gz"), Path.Combine(BenchmarkFiles.Folder, "claims.segment"));
        var table = new MarkdownTable("One core, a second of its time", "CSV in gzip", "segment");
        var (csvWriting, segmentWriting, rows) = Write(earlier, now);
        table.Add("bytes a claim", Bytes(earlier, rows), Bytes(now, rows));
        table.Add("written, claims", Rate(rows, csvWriting), Rate(rows, segmentWriting));
        Both("unpacked and no more, claims", path => Unpack(path));
        Both("five columns read, claims", path => Read(path));
        Both("every row read as it is (`SegmentRows.Find`)", path => Find(path), 1);
        Both("contacts by municipality, sex and age (`TableCount`)", path => Count(path, TableMeasure.Contacts));
        Both("persons by municipality, sex and age (`TableCount`)", path => Count(path, TableMeasure.Persons));
        Both("what takes whose place (`RowStanding.Learn`)", Learn);
        return Task.FromResult($"""
            {rows:N0} claims of a month from KUHR, {Layout.Columns.Count + 2} columns, in chunks of {StoredClaims.ChunkLength:N0}. Processor time of the process, so that other work on
            the machine counts as little as it can; best of {Rounds}; warm file system.

            {table}
            """);

        void Both(string what, Action<string> work, int rounds = Rounds) => table.Add(what, Rate(rows, Best(() => work(earlier), rounds)), Rate(rows, Best(() => work(now), rounds)));
    }

    private static string Bytes(string path, long rows) => string.Create(CultureInfo.InvariantCulture, $"{(double)new FileInfo(path).Length / rows:0.0}");

    private static string Rate(long rows, TimeSpan time) => Figures.Records(rows, time);

    private static TimeSpan Best(Action work, int rounds) => Enumerable.Range(0, rounds).Min(_ => Timed(work));

    private static TimeSpan Timed(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static (TimeSpan Csv, TimeSpan Segment, long Rows) Write(string earlier, string now)
    {
        var (csvTime, segmentTime) = (TimeSpan.Zero, TimeSpan.Zero);
        using var csv = File.Create(earlier);
        using var segment = File.Create(now);
        csv.Write(CsvSegment.Header(Layout));
        var writer = new SegmentWriter(segment, Layout);
        foreach (var chunk in new StoredClaims(Claims).Chunks())
        {
            csvTime += Timed(() => csv.Write(CsvSegment.Rows(chunk)));
            segmentTime += Timed(() =>
            {
                var block = new SegmentRows();
                foreach (var row in chunk)
                {
                    block.Add(row.Ordinal, PersonKey.TryParse(row.PersonKey, out var key) ? key : null, row.Values);
                }

                writer.Append(block.Finish());
            });
        }

        return (csvTime, segmentTime, writer.Finish());
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static void Unpack(string path)
    {
        using var content = Open(path);
        content.CopyTo(Stream.Null);
    }

    private static long Read(string path)
    {
        var sum = 0L;
        using var content = File.OpenRead(path);
        using var segment = SegmentReader.Open(content, Five);
        while (segment.Read())
        {
            for (var at = 0; at < Five.Length; at++)
            {
                var column = segment[at];
                for (var row = 0; row < segment.Rows; row++)
                {
                    sum += column.IsCoded ? column.Codes[row] : column[row].Length;
                }
            }
        }

        return sum;
    }

    private static void Find(string path)
    {
        using var content = File.OpenRead(path);
        foreach (var _ in SegmentRows.Find(content, (_, _) => true))
        {
            // Only read.
        }
    }

    private static void Learn(string path)
    {
        using var content = Open(path);
        new RowStanding(CountedDataset.Find("claims")!.Standing!).Learn(content);
    }

    private static void Count(string path, TableMeasure measure)
    {
        var (request, layout) = Table(measure);
        using var content = Open(path);
        var count = new TableCount(request, layout);
        if (count.Add(new CountedSegment(content)) is { } fault)
        {
            throw new InvalidOperationException(fault.Message);
        }
    }

    private static (TableRequest Request, TableLayout Layout) Table(TableMeasure measure)
    {
        var order = new TableOrder(
            "Kontakter", "claims", [new OrderedVariable("bostedKommuneNr"), new OrderedVariable("fodselsaar", "age-5")], [new OrderedVariable("kjonn")], measure,
            StoredClaims.Month, StoredClaims.Month.AddMonths(1).AddDays(-1));
        var fault = TableOrderReading.Read(order, ReferenceData.Default, out var request) ?? request!.Preview(out _);
        request!.Preview(out var preview);
        return fault is null ? (request, preview!.Layout) : throw new InvalidOperationException(fault.Message);
    }
}
