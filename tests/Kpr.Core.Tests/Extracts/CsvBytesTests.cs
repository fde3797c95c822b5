using System.Text;
using Kpr.Core.Extracts;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Extracts;

public sealed class CsvBytesTests
{
    [Fact]
    public void Cells_of_any_content_are_read_as_they_were_written_however_the_stream_hands_them_out()
    {
        const ulong Seed = 20260303;
        var random = new RandomNumbers(Seed);
        for (var round = 0; round < 200; round++)
        {
            var width = 1 + random.Below(6);
            var rows = Enumerable.Range(0, 1 + random.Below(40)).Select(_ => Enumerable.Range(0, width).Select(at => Cell(random, at)).ToArray()).ToList();
            var end = random.Below(2) == 0 ? "\n" : "\r\n";
            var text = string.Join(end, rows.Select(row => string.Join(',', row.Select(cell => Written(cell, random))))) + (random.Below(2) == 0 ? end : "");
            var last = random.Below(width);

            var csv = new CsvBytes(new Slow(Encoding.UTF8.GetBytes(text), random));
            var read = new List<string[]>();
            while (csv.Read(last))
            {
                read.Add([.. Enumerable.Range(0, last + 1).Select(at => Encoding.UTF8.GetString(csv[at]))]);
            }

            var expected = rows.Select(row => row[..(last + 1)]).ToList();
            Assert.True(expected.Count == read.Count && expected.Zip(read).All(pair => pair.First.SequenceEqual(pair.Second)), $"Seed {Seed}, round {round}: {text}");
        }
    }

    [Fact]
    public void A_row_longer_than_the_buffer_is_read_whole()
    {
        var cell = string.Concat(Enumerable.Repeat("lang \"tekst\", ", 40_000));
        var csv = new CsvBytes(new MemoryStream(Encoding.UTF8.GetBytes($"a,b\n1,\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n2,x\n")));

        Assert.True(csv.Read(1) && csv.Read(1));
        Assert.Equal(cell, Encoding.UTF8.GetString(csv[1]));
        Assert.True(csv.Read(1));
        Assert.Equal("2", Encoding.UTF8.GetString(csv[0]));
        Assert.False(csv.Read(1));
    }

    [Fact]
    public void Items_of_lists_fall_apart_as_their_shapes_say()
    {
        Assert.Equal(["ICPC-2|L09", "|P76"], Items("claims", "diagnoser", "ICPC-2:L09 P76"));
        Assert.Equal(["2ad|1|18000", "11dd|3|", "x||"], Items("claims", "takster", "2ad*1@18000 11dd*3 x"));
        Assert.Equal(["NCMP|W|2|5", "|W||"], Items("claims", "prosedyrekoder", "NCMP:W*2@5 W"));
        Assert.Equal(["2024-03-01|1|2", "2024-03-01|2|9", "2024-04-01||"], Items("care-report", "kartlegginger", "2024-03-01*1:2*2:9 2024-04-01"));
        Assert.Equal(["T1|S1|15|2024-01-10||4.50|123456785|"], Items("care-report", "tjenester", "T1:S1:15:2024-01-10::4.50:123456785:"));
        Assert.Equal(["1|K|V|20240101T101500|1|104|cm", "2||||||"], Items("school-health", "malinger", "1:K:V@20240101T101500*1:104:cm 2::@"));
        Assert.Equal(["14|2024-01-01|"], Items("care-report", "tvang", "14:2024-01-01:"));
        Assert.Empty(Items("claims", "diagnoser", ""));
    }

    private static List<string> Items(string dataset, string variable, string list)
    {
        var shape = ListShape.Of(dataset, variable)!;
        var items = new ListCells(Encoding.UTF8.GetBytes(list), shape, new Range[shape.Fields.Count]);
        var rows = new List<string>();
        while (items.Next())
        {
            var cells = new string[shape.Fields.Count];
            for (var at = 0; at < cells.Length; at++)
            {
                cells[at] = Encoding.UTF8.GetString(items[at]);
            }

            rows.Add(string.Join('|', cells));
        }

        return rows;
    }

    // A row of one empty cell is no row in a file without quotes, so the first cell has something.
    private static string Cell(RandomNumbers random, int at) => (at == 0 ? "x" : "") + new string([.. Enumerable.Range(0, random.Below(8)).Select(_ => "ab,\"\nø1"[random.Below(7)])]);

    private static string Written(string cell, RandomNumbers random) =>
        cell.AsSpan().IndexOfAny(",\"\n") >= 0 || random.Below(4) == 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private sealed class Slow(byte[] content, RandomNumbers random) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + random.Below(9)));
    }
}
