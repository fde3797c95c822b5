using System.Globalization;
using System.IO.Compression;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;
using Kpr.Core.Register;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Core.Tests.Register;

namespace Kpr.Core.Tests.Statistics;

/// <summary>A table is the same whatever form the segments have that it is counted from.</summary>
public sealed class SegmentCountTests
{
    private static readonly ClaimsLayout Layout = new();
    private static readonly string[] Homes = ["0301", "1103", "1141", "4601", "9999", ""];

    [Theory]
    [InlineData(TableMeasure.Contacts)]
    [InlineData(TableMeasure.Persons)]
    [InlineData(TableMeasure.Sum)]
    public void Columns_packed_csv_and_text_give_the_same_table(TableMeasure measure)
    {
        for (var seed = 0UL; seed < 12; seed++)
        {
            var rows = Rows(new RandomNumbers(seed), 400);
            byte[] csv = [.. CsvSegment.Header(Layout), .. CsvSegment.Rows(rows)];
            var persons = rows.Where(row => row.PersonKey.Length > 0).GroupBy(row => row.PersonKey).OrderByDescending(group => group.Count()).Select(group => group.Key).ToList();
            Func<string, string?> person = key => persons.IndexOf(key) is < 5 and var place ? place == 0 ? null : persons[1] : key;

            var expected = Facts(measure, () => Unpacked(csv), person);
            Assert.Equal(expected, Facts(measure, () => new MemoryStream(csv), person));
            Assert.Equal(expected, Facts(measure, () => new MemoryStream(Columns(rows, 400)), person));
            Assert.Equal(expected, Facts(measure, () => new MemoryStream(Columns(rows, 37)), person));
            Assert.NotEqual(expected, Facts(measure, () => new MemoryStream(csv), key => key));
        }
    }

    [Fact]
    public void What_is_no_number_is_told_only_where_the_row_counts()
    {
        var rows = Rows(new RandomNumbers(1), 20);
        rows[3].Values[Place("refusjonOre")] = "mye";
        Assert.Contains("refusjonOre", Count(TableMeasure.Sum, new MemoryStream(Columns(rows, 20)), key => key, new TableCountRun()).Fault, StringComparison.Ordinal);

        rows[3].Values[Place("tidspunkt")] = "2019-01-01T00:00:00";
        Assert.Equal("", Count(TableMeasure.Sum, new MemoryStream(Columns(rows, 20)), key => key, new TableCountRun()).Fault);
    }

    private static int Place(string column) => Layout.Columns.Index().Single(one => one.Item.Name == column).Index;

    private static List<SegmentRow> Rows(RandomNumbers random, int count)
    {
        var rows = new List<SegmentRow>();
        for (var at = 0; at < count; at++)
        {
            var values = new string?[Layout.Columns.Count];
            values[Place("guid")] = Id(at);
            values[Place("krediterer")] = at > 0 && random.Below(10) == 0 ? Id(random.Below(at)) : "";
            values[Place("tidspunkt")] = new DateTime(2023, 12, 20).AddMinutes(random.Below(500_000)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
            values[Place("kjonn")] = random.Below(4).ToString(CultureInfo.InvariantCulture);
            values[Place("fodselsaar")] = random.Below(12) == 0 ? "" : (1920 + random.Below(100)).ToString(CultureInfo.InvariantCulture);
            values[Place("bostedKommuneNr")] = Homes[random.Below(Homes.Length)];
            values[Place("refusjonOre")] = random.Below(9) == 0 ? "" : random.Below(50_000).ToString(CultureInfo.InvariantCulture);
            rows.Add(new SegmentRow(at + 1, random.Below(8) == 0 ? "" : SegmentSamples.Key(random.Below(90)), values));
        }

        return rows;
    }

    private static string Id(int number) => new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString();

    private static byte[] Columns(IEnumerable<SegmentRow> rows, int blockLength)
    {
        using var target = new MemoryStream();
        var writer = new SegmentWriter(target, Layout);
        foreach (var some in rows.Chunk(blockLength))
        {
            writer.Append(SegmentSamples.Block(some));
        }

        writer.Finish();
        return target.ToArray();
    }

    private static MemoryStream Unpacked(byte[] csv)
    {
        using var gzip = new GZipStream(new MemoryStream(csv), CompressionMode.Decompress);
        var text = new MemoryStream();
        gzip.CopyTo(text);
        text.Position = 0;
        return text;
    }

    private static List<(long Persons, long Count)> Facts(TableMeasure measure, Func<Stream> open, Func<string, string?> person)
    {
        var run = new TableCountRun();
        run.Standing.Learn(open());
        Assert.Equal("", Count(measure, open(), person, run).Fault);
        Assert.Null(run.Count!.Finish(out var facts));
        return [.. facts.Select(fact => (fact.Persons, fact.Count)), (run.Count.Rows.WithoutPerson, run.Count.Persons.Count)];
    }

    private static (string Fault, TableCount Count) Count(TableMeasure measure, Stream content, Func<string, string?> person, TableCountRun run)
    {
        var order = new TableOrder(
            "Kontakter", "claims", [new OrderedVariable("bostedKommuneNr"), new OrderedVariable("fodselsaar", "age-10")], [new OrderedVariable("tidspunkt", "quarter")], measure,
            new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31))
        {
            SumOf = measure == TableMeasure.Sum ? "refusjonOre" : null,
            Filters = [new OrderedFilter(new OrderedVariable("kjonn"), ["1 Mann", "2 Kvinne"])],
        };
        Assert.Null(TableOrderReading.Read(order, ReferenceData.Default, out var request));
        Assert.Null(request!.Preview(out var preview));
        run.Count = new TableCount(request, preview!.Layout);
        return (run.Count.Add(new CountedSegment(content) { Standing = run.Standing, Person = person })?.Message ?? "", run.Count);
    }

    private sealed class TableCountRun
    {
        public RowStanding Standing { get; } = new(CountedDataset.Find("claims")!.Standing!);

        public TableCount? Count { get; set; }
    }
}
