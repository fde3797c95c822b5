using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Memory;
using Kpr.Core.Rules;

namespace Kpr.Core.Tests.Memory;

public sealed class FactRunTests
{
    private const int InBlock = 256;

    // Few keys for many facts, so that keys reach over blocks; contents tell facts apart that the order does not.
    private static readonly Gen<Fact[]> Run =
        from size in Gen.Frequency((4, Gen.Choose(0, 40)), (2, Gen.Choose(200, 900)))
        from spread in Gen.Choose(1, 400)
        from facts in Gen.ArrayOf(
            from kind in Gen.Elements(FactKind.RecordId, FactKind.Sequence, FactKind.Service)
            from key in Gen.Choose(0, spread)
            from role in Gen.Choose(0, 1)
            from content in Gen.Choose(0, int.MaxValue)
            select new Fact(kind, kind == FactKind.Sequence ? 0 : Key(key), (byte)role, 0, 0, (UInt128)key, (UInt128)content, 7), size)
        select InOrder(facts);

    private static readonly Arbitrary<(Fact[][] History, FactKey[] Keys)> Lookups = (
        from count in Gen.Choose(1, 6)
        from history in Gen.ArrayOf(Run, count)
        from asked in Gen.ArrayOf(Gen.Choose(0, 420))
        from kind in Gen.Elements(FactKind.RecordId, FactKind.Service)
        select (history, asked.Select(key => new FactKey(kind, Key(key))).Append(new FactKey(FactKind.Sequence, 0)).Distinct().Order().ToArray())).ToArbitrary();

    [Fact]
    public void A_lookup_gives_just_the_facts_of_the_keys_that_are_asked_for_in_order() =>
        Prop.ForAll(Lookups, given => given.History.All(facts =>
        {
            var found = CountedRun.OpenAsync(facts).Result.FindAsync(given.Keys).Result;
            return found.SequenceEqual(facts.Where(fact => given.Keys.Contains(FactKey.Of(fact))));
        })).Check(Config.QuickThrowOnFailure.WithReplay(31UL, 7UL));

    [Fact]
    public void Merging_never_changes_an_answer() =>
        Prop.ForAll(Lookups, given =>
        {
            var runs = given.History.Select(facts => CountedRun.OpenAsync(facts).Result).ToArray();
            var parts = new[] { Merge(runs[..(runs.Length / 2)]), Merge(runs[(runs.Length / 2)..]) };
            var found = Merge(parts).FindAsync(given.Keys).Result;
            var expected = InOrder(given.History.SelectMany(facts => facts.Where(fact => given.Keys.Contains(FactKey.Of(fact)))));
            return found.SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithReplay(5UL, 11UL));

    [Fact]
    public async Task Facts_left_out_of_a_merge_are_gone_and_no_others()
    {
        var facts = Enumerable.Range(0, 1_000).Select(Known).ToArray();
        var content = new MemoryStream();
        var writer = new RunWriter(content);
        await RunMerge.WriteAsync([await CountedRun.OpenAsync(facts)], writer, fact => fact.RecordId != 500);
        writer.Finish();

        var left = await (await FactRun.OpenAsync(new CountedRun(content.ToArray()))).ReadAsync().ToListAsync();
        Assert.Equal(facts.Where(fact => fact.RecordId != 500), left);
    }

    [Fact]
    public async Task A_single_key_costs_one_block_beside_the_end_and_the_index()
    {
        var source = new CountedRun(CountedRun.Write(Enumerable.Range(0, 100 * InBlock).Select(Known)));
        var run = await FactRun.OpenAsync(source);
        Assert.Equal((2, (100 * 32) + 32), (source.Reads, source.BytesRead));

        source.Forget();
        Assert.Single(await run.FindAsync([new FactKey(FactKind.RecordId, Key(1_000))]));
        Assert.Equal((1, InBlock * 72), (source.Reads, source.BytesRead));

        source.Forget();
        Assert.Empty(await run.FindAsync([new FactKey(FactKind.RecordId, UInt128.MaxValue)]));
        Assert.Equal((1, InBlock * 72), (source.Reads, source.BytesRead));

        source.Forget();
        Assert.Empty(await run.FindAsync([new FactKey((FactKind)0, 1)]));
        Assert.Equal(0, source.Reads);
    }

    [Fact]
    public async Task Neighbours_are_read_together_and_far_ones_apart()
    {
        var source = new CountedRun(CountedRun.Write(Enumerable.Range(0, 200 * InBlock).Select(Known)));
        var run = await FactRun.OpenAsync(source);

        source.Forget();
        await run.FindAsync([.. new[] { 10, 11, 13, 100 }.Select(block => new FactKey(FactKind.RecordId, Key((block * InBlock) + 5)))]);
        Assert.Equal((2, 5 * InBlock * 72), (source.Reads, source.BytesRead));

        source.Forget();
        var all = Enumerable.Range(0, 200 * InBlock).Select(number => new FactKey(FactKind.RecordId, Key(number))).ToArray();
        Assert.Equal(all.Length, (await run.FindAsync(all)).Count);
        Assert.Equal((4, 200 * InBlock * 72), (source.Reads, source.BytesRead));
    }

    [Fact]
    public async Task A_run_that_is_cut_off_is_an_error_that_names_it()
    {
        var whole = CountedRun.Write(Enumerable.Range(0, 600).Select(Known));
        for (var length = 0; length < whole.Length; length += 97)
        {
            var damaged = await Assert.ThrowsAsync<RunDamagedException>(() => ReadAsync(whole[..length]));
            Assert.Equal("test.run", damaged.Run);
        }

        var shorter = new ShorterThanTold(whole);
        Assert.Contains("cut off", (await Assert.ThrowsAsync<RunDamagedException>(() => FactRun.OpenAsync(shorter))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_which_one_bit_is_turned_is_an_error_that_names_it()
    {
        var whole = CountedRun.Write(Enumerable.Range(0, 600).Select(Known));
        Assert.Equal(600, await ReadAsync(whole));
        var random = new Random(20);
        for (var i = 0; i < 300; i++)
        {
            var place = random.Next(whole.Length);
            var bit = (byte)(1 << random.Next(8));
            whole[place] ^= bit;
            Assert.Contains("test.run", (await Assert.ThrowsAsync<RunDamagedException>(() => ReadAsync(whole))).Message, StringComparison.Ordinal);
            whole[place] ^= bit;
        }
    }

    [Fact]
    public void Facts_out_of_order_are_refused_within_a_block_and_across_blocks()
    {
        Assert.Throws<ArgumentException>(() => CountedRun.Write([Known(2), Known(1)]));
        Assert.Throws<ArgumentException>(() => CountedRun.Write([.. Enumerable.Range(5, InBlock).Select(Known), Known(1)]));
    }

    [Fact]
    public async Task Facts_are_remembered_without_their_place_in_the_file()
    {
        var run = await CountedRun.OpenAsync([new Fact(FactKind.RecordId, 1, 0, 17, 170, 1, 2, 3)]);
        var fact = Assert.Single(await run.FindAsync([new FactKey(FactKind.RecordId, 1)]));

        Assert.True(fact.IsKnown);
        Assert.Equal(0, fact.Line);
        Assert.Equal(new Fact(FactKind.RecordId, 1, 0, 0, 0, 1, 2, 3), fact);
    }

    private static async Task<long> ReadAsync(byte[] bytes) => await (await FactRun.OpenAsync(new CountedRun(bytes))).ReadAsync().CountAsync();

    private static FactRun Merge(FactRun[] history)
    {
        var content = new MemoryStream();
        var writer = new RunWriter(content);
        RunMerge.WriteAsync(history, writer).Wait();
        writer.Finish();
        return FactRun.OpenAsync(new CountedRun(content.ToArray())).Result;
    }

    private static Fact Known(int number) => new(FactKind.RecordId, Key(number), 0, 0, 0, (UInt128)number, 0, 0);

    private static UInt128 Key(int number) => (UInt128)number << 70;

    // The order of runs; what it does not tell apart stays as it was.
    private static Fact[] InOrder(IEnumerable<Fact> facts) => [.. facts.Order(Comparer<Fact>.Create(static (a, b) => Fact.Compare(a, b)))];

    private sealed class ShorterThanTold(byte[] bytes) : IRunSource
    {
        public string Name => "test.run";

        public long Length => bytes.Length;

        public Task ReadAsync(long offset, Memory<byte> target, CancellationToken cancellationToken) => throw new EndOfStreamException();
    }
}
