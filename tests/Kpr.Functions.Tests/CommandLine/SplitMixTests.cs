using Kpr.Local.Generation;

namespace Kpr.Functions.Tests.CommandLine;

public sealed class SplitMixTests
{
    [Fact]
    public void Next_gives_the_published_numbers_of_seed_zero()
    {
        var random = new SplitMix(0);

        Assert.Equal([0xE220A8397B1DCDAF, 0x6E789E6AA1B965F4, 0x06C45D188009454F], new[] { random.Next(), random.Next(), random.Next() });
    }

    [Fact]
    public void Below_and_Chance_keep_their_ranges_and_shares()
    {
        var random = new SplitMix(42);
        var counts = new int[10];
        var hits = 0;
        for (var i = 0; i < 100_000; i++)
        {
            counts[random.Below(10)]++;
            hits += random.Chance(0.25) ? 1 : 0;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500));
        Assert.InRange(hits, 24_000, 26_000);
        Assert.False(random.Chance(0));
        Assert.True(random.Chance(1));
    }

    [Fact]
    public void A_part_has_the_same_numbers_whatever_was_drawn_elsewhere()
    {
        var alone = SplitMix.For(7, 3, 1).Next();
        SplitMix.For(7, 3, 0).Next();

        Assert.Equal(alone, SplitMix.For(7, 3, 1).Next());
        Assert.NotEqual(alone, SplitMix.For(7, 3, 0).Next());
        Assert.NotEqual(alone, SplitMix.For(8, 3, 1).Next());
    }
}
