using Kpr.Core.Register;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Register;

/// <summary>Segments broken byte by byte: there is an error, or the rows that were written; never others.</summary>
public sealed class DamagedSegmentTests
{
    private const ulong Seed = 20_252;

    private static readonly byte[] Whole = Make(out Rows);
    private static readonly List<string> Rows;

    [Fact]
    public void Cut_off_anywhere_it_is_an_error()
    {
        for (var length = 0; length < Whole.Length; length++)
        {
            Assert.True(Read(Whole[..length]) is null, $"Seed {Seed}: cut off at {length} of {Whole.Length}.");
        }
    }

    [Fact]
    public void With_a_byte_changed_anywhere_it_is_an_error()
    {
        var random = new RandomNumbers(Seed);
        for (var at = 0; at < Whole.Length; at++)
        {
            var changed = Whole.ToArray();
            changed[at] ^= (byte)(1 + random.Below(255));
            Assert.True(Read(changed) is null, $"Seed {Seed}: byte {at} of {Whole.Length} is {changed[at]}.");
        }
    }

    [Fact]
    public void With_bytes_put_in_taken_out_or_turned_round_it_is_an_error_or_the_same_rows()
    {
        var random = new RandomNumbers(Seed);
        for (var round = 0; round < 2_000; round++)
        {
            var (from, length) = (random.Below(Whole.Length), 1 + random.Below(64));
            var part = Whole[from..Math.Min(Whole.Length, from + length)];
            byte[] changed = random.Below(3) switch
            {
                0 => [.. Whole[..from], .. part, .. Whole[from..]],
                1 => [.. Whole[..from], .. Whole[(from + part.Length)..]],
                _ => [.. Whole[..from], .. part.Reverse(), .. Whole[(from + part.Length)..]],
            };
            Assert.True(Read(changed) is not { } rows || rows.SequenceEqual(Rows), $"Seed {Seed}, round {round}: {length} bytes at {from}.");
        }
    }

    [Fact]
    public void A_column_that_is_not_read_may_be_damaged_and_the_others_are_right()
    {
        var rows = SegmentSamples.Rows(new RandomNumbers(Seed), 300, 6);
        var segment = SegmentSamples.Segment(6, rows);
        segment[^60] ^= 1;
        using var reader = SegmentReader.Open(new MemoryStream(segment), "ordinal");
        var found = 0;
        while (reader.Read())
        {
            found += reader.Rows;
            Assert.True(reader[0].TryGetNumber(299, out var last) && last == 900);
        }

        Assert.Equal(300, found);
        Assert.Null(Read(segment));
    }

    [Fact]
    public void Blocks_of_other_columns_and_what_is_no_block_are_not_put_into_a_segment()
    {
        var writer = new SegmentWriter(new MemoryStream(), SegmentSamples.Layout(3));
        var block = SegmentSamples.Block(SegmentSamples.Rows(new RandomNumbers(1), 3, 4));

        Assert.Throws<SegmentDamagedException>(() => writer.Append(block));
        Assert.Throws<SegmentDamagedException>(() => writer.Append([1, 2, 3]));
        block[7] ^= 1;
        Assert.Throws<SegmentDamagedException>(() => writer.Append(block));
    }

    private static byte[] Make(out List<string> rows)
    {
        var random = new RandomNumbers(Seed);
        List<List<SegmentRow>> blocks = [SegmentSamples.Rows(random, 40, 12), SegmentSamples.Rows(random, 25, 12)];
        rows = [.. SegmentSamples.Stored(blocks.SelectMany(block => block))];
        return SegmentSamples.Segment(12, blocks);
    }

    private static List<string>? Read(byte[] segment)
    {
        try
        {
            return [.. SegmentSamples.Text(SegmentRows.Find(new MemoryStream(segment), (_, _) => true))];
        }
        catch (SegmentDamagedException)
        {
            return null;
        }
    }
}
