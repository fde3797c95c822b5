using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Extracts.Sorting;
using Kpr.Core.Tests.Statistics;

namespace Kpr.Core.Tests.Extracts.Sorting;

public sealed class RecordSorterTests
{
    // A fixed seed: the same cases every time. FsCheck prints the failing case.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithReplay(20261122, 1);

    [Fact]
    public void Records_come_out_in_order_and_as_often_as_they_went_in_whatever_is_held_at_once() => Check.One(
        Seeded,
        Prop.ForAll(
            Record().ListOf(60).ToArbitrary(),
            Gen.Choose(1, 200).ToArbitrary(),
            (records, block) =>
            {
                var texts = records.ToList();
                using var scratch = new MemoryStream();
                var sorter = new RecordSorter(scratch, block);
                foreach (var text in texts)
                {
                    sorter.Add(Encoding.ASCII.GetBytes(text));
                }

                return sorter.Count == texts.Count
                    && sorter.Sorted().Select(record => Encoding.ASCII.GetString(record.Span)).SequenceEqual(texts.Order(StringComparer.Ordinal));
            }));

    // With zeros at the end, and with long beginnings in common: what comparing only the first bytes would mix up.
    private static Gen<string> Record() =>
        from common in Gen.Choose(0, 3)
        from length in Gen.Choose(0, common == 0 ? 40 : 6)
        from rest in Gen.Elements('\0', 'a', 'b', '\u007f').ListOf(length)
        select new string('a', common * 12) + string.Concat(rest);

    [Fact]
    public void A_record_longer_than_the_block_and_than_a_buffer_goes_through()
    {
        using var scratch = new MemoryStream();
        var sorter = new RecordSorter(scratch, 10);
        sorter.Add(Enumerable.Repeat((byte)'b', 300_000).ToArray());
        sorter.Add("a"u8);
        sorter.Add("c"u8);
        Assert.Equal([1, 300_000, 1], sorter.Sorted().Select(record => record.Length));
    }

    // So many that they are put in groups by their first bits: at random, nearly all in one group, and all alike in the first of them.
    [Theory]
    [InlineData(0, 255)]
    [InlineData('A', 2)]
    [InlineData(7, 1)]
    public void Many_records_come_out_in_order_however_their_beginnings_lie(int least, int values)
    {
        var random = new RandomNumbers(20261122);
        var records = Enumerable.Range(0, 12_000)
            .Select(_ => Enumerable.Range(0, random.Below(30)).Select(at => (byte)(least + random.Below(at < 9 ? values : 3))).ToArray()).ToList();
        foreach (var blockBytes in (int[])[1 << 20, 120_000])
        {
            using var scratch = new MemoryStream();
            var sorter = new RecordSorter(scratch, blockBytes);
            records.ForEach(record => sorter.Add(record));
            Assert.Equal(
                records.Select(Convert.ToHexString).Order(StringComparer.Ordinal), sorter.Sorted().Select(record => Convert.ToHexString(record.Span)));
        }
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        using var scratch = new MemoryStream();
        Assert.Empty(new RecordSorter(scratch).Sorted());
    }
}
