using Kpr.Core.Identity;
using Kpr.Core.Register;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Register;

public sealed class SegmentTests
{
    private const int Columns = 12;

    private static IEnumerable<RandomNumbers> Seeds(int count) => Enumerable.Range(0, count).Select(seed => new RandomNumbers((ulong)seed));

    [Fact]
    public void Rows_are_read_as_they_were_written_whatever_they_hold()
    {
        foreach (var random in Seeds(60))
        {
            var (first, second) = (SegmentSamples.Rows(random, 1 + random.Below(300), Columns), SegmentSamples.Rows(random, random.Below(40), Columns));
            var segment = SegmentSamples.Segment(Columns, first, second);

            Assert.Equal(SegmentSamples.Stored([.. first, .. second]), SegmentSamples.Text(SegmentRows.Find(new MemoryStream(segment), (_, _) => true)));
            Assert.Equal(SegmentSamples.Stored(first), SegmentSamples.Text(SegmentRows.Read(SegmentSamples.Block(first))));
        }
    }

    [Fact]
    public void Thousands_of_rows_give_columns_of_many_values_their_own_forms()
    {
        var rows = SegmentSamples.Rows(new RandomNumbers(7), 6_000, 40);
        var segment = SegmentSamples.Segment(40, rows.Chunk(5_000));

        Assert.Equal(SegmentSamples.Stored(rows), SegmentSamples.Text(SegmentRows.Find(new MemoryStream(segment), (_, _) => true)));
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        foreach (var random in Seeds(10))
        {
            var rows = SegmentSamples.Rows(random, 200, Columns);

            Assert.Equal(SegmentSamples.Segment(Columns, rows), SegmentSamples.Segment(Columns, rows.Select(row => row with { Values = [.. row.Values.Select(value => value is null ? "" : new string(value))] })));
        }
    }

    [Fact]
    public void Columns_are_read_by_name_each_as_often_as_it_is_asked_for()
    {
        var rows = SegmentSamples.Rows(new RandomNumbers(3), 500, Columns);
        using var reader = SegmentReader.Open(new MemoryStream(SegmentSamples.Segment(Columns, rows.Chunk(200))), "c7", "personKey", "c7", "none", "c2");
        var found = new List<string>();
        while (reader.Read())
        {
            for (var row = 0; row < reader.Rows; row++)
            {
                found.Add($"{reader[0][row]}|{reader[1].StringOf(row)}|{reader[2][row]}|{reader[4][row]}");
                Assert.Equal(reader[1][row].Length > 0, reader[1].TryGetPerson(row, out var key));
                Assert.True(reader[1][row].IsEmpty || reader[1][row].SequenceEqual(key.ToString()));
            }
        }

        Assert.Equal(rows.Select(row => $"{row.Values[7]}|{row.PersonKey}|{row.Values[7]}|{row.Values[2]}".Replace('\ud800', '\ufffd')), found);
        Assert.Null(reader.Find(3));
        Assert.Equal(["ordinal", "personKey", .. Enumerable.Range(0, Columns).Select(at => $"c{at}")], reader.Names);
        Assert.Throws<SegmentDamagedException>(() => reader[3]);
    }

    [Fact]
    public void Codes_stand_for_few_values_and_for_the_days_of_times()
    {
        List<SegmentRow> rows = [.. Enumerable.Range(0, 100).Select(at => new SegmentRow(at, "", [$"k{at % 3}", $"2024-05-{1 + (at % 4):00}T0{at % 10}:00:00", $"{at * 7}"]))];
        using var reader = SegmentReader.Open(new MemoryStream(SegmentSamples.Segment(3, rows)), "c0", "c1", "c2", "personKey");
        Assert.True(reader.Read());

        Assert.Equal((true, false, 3, "k2"), (reader[0].IsCoded, reader[0].HasDays, reader[0].CodeCount, reader[0].TextOf(reader[0].Codes[2])));
        Assert.Equal((true, true, 4, "2024-05-03"), (reader[1].IsCoded, reader[1].HasDays, reader[1].CodeCount, reader[1].TextOf(reader[1].Codes[2])));
        Assert.Equal("2024-05-03T06:00:00", reader[1].StringOf(66));
        Assert.Equal((false, true, 693L), (reader[2].IsCoded, reader[2].TryGetNumber(99, out var number), number));
        Assert.Equal((true, 1, ""), (reader[3].IsEmpty, reader[3].CodeCount, reader[3].TextOf(0)));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_segment_of_packed_csv_is_read_as_one_of_columns()
    {
        foreach (var random in Seeds(10))
        {
            var rows = SegmentSamples.Rows(random, 100, Columns);
            byte[] earlier = [.. CsvSegment.Header(SegmentSamples.Layout(Columns)), .. CsvSegment.Rows(rows.Take(60)), .. CsvSegment.Rows(rows.Skip(60))];

            Assert.Equal(SegmentSamples.Stored(rows), SegmentSamples.Text(SegmentRows.Find(new MemoryStream(earlier), (_, _) => true)));
            using var reader = SegmentReader.Open(new MemoryStream(earlier), "c3");
            Assert.True(reader.Read());
            Assert.Equal(100, reader.Rows);
        }
    }

    [Fact]
    public void What_is_rewritten_is_a_segment_of_columns_whatever_it_was()
    {
        var rows = SegmentSamples.Rows(new RandomNumbers(5), 9_000, Columns);
        byte[] earlier = [.. CsvSegment.Header(SegmentSamples.Layout(Columns)), .. CsvSegment.Rows(rows)];
        var (ofEarlier, ofNow) = (new MemoryStream(), new MemoryStream());
        bool Change(SegmentRow row) => row.Ordinal % 2 == 0 && (row.Values[4] = "") is not null;

        Assert.Equal(4_500, SegmentRows.Rewrite(new MemoryStream(earlier), ofEarlier, Change));
        Assert.Equal(4_500, SegmentRows.Rewrite(new MemoryStream(SegmentSamples.Segment(Columns, rows)), ofNow, Change));
        Assert.Equal(ofNow.ToArray(), ofEarlier.ToArray());
        ofNow.Position = 0;
        rows.ForEach(row => row.Values[4] = "");
        Assert.Equal(SegmentSamples.Stored(rows.Where(row => row.Ordinal % 2 == 0)), SegmentSamples.Text(SegmentRows.Find(ofNow, (_, _) => true)));
    }

    [Fact]
    public void Rows_are_left_out_of_a_block_given_other_persons_and_merged_by_ordinal()
    {
        var rows = SegmentSamples.Rows(new RandomNumbers(11), 50, 3);
        var kept = new List<string?[]>();
        var (block, count) = SegmentRows.Without(SegmentSamples.Block(rows), ordinal => ordinal > 30, kept.Add);
        Assert.Equal((10L, 10), (count, kept.Count));
        Assert.Equal(SegmentSamples.Stored(rows.Take(10)), SegmentSamples.Text(SegmentRows.Read(block)));
        Assert.Equal(([], 0L), SegmentRows.Without(block, _ => true));

        var key = PersonKey.Parse(SegmentSamples.Key(42));
        var others = SegmentRows.Read(SegmentRows.WithPersons(block, new Dictionary<long, PersonKey> { [6] = key })).ToList();
        Assert.Equal(["", key.ToString(), ""], others.Take(3).Select(row => row.PersonKey));

        using var target = new MemoryStream();
        var told = 0;
        Assert.Equal(12, SegmentRows.Merge(others, [others[4] with { Ordinal = 1 }, others[4] with { Values = ["a", "b", "c"] }, others[4] with { Ordinal = 99 }], SegmentSamples.Layout(3), target, _ => told++));
        target.Position = 0;
        var merged = SegmentRows.Find(target, (_, _) => true).ToList();
        Assert.Equal((12, "1 3 6 9 12 15 18 21 24 27 30 99"), (told, string.Join(' ', merged.Select(row => row.Ordinal))));
        Assert.Equal("a|b|c", string.Join('|', merged[5].Values));
    }

    [Fact]
    public void A_segment_without_rows_has_columns_all_the_same()
    {
        using var reader = SegmentReader.Open(new MemoryStream(SegmentSamples.Segment(2)));

        Assert.Equal(4, reader.Names.Count);
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("0123456789abcdef.segment", "0123456789abcdef")]
    [InlineData("0123456789abcdef-00112233.segment", "0123456789abcdef")]
    [InlineData("0123456789abcdef-00112233.csv.gz", "0123456789abcdef")]
    [InlineData("manifest.json", null)]
    [InlineData("fastlege/0123456789abcdef.segment", null)]
    public void The_name_of_a_segment_tells_its_delivery(string name, string? delivery) => Assert.Equal(delivery, SegmentName.DeliveryOf(name));
}
