using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Pricing;

namespace Kpr.Core.Tests.Pricing;

public sealed class MoneyTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260406UL, 9UL);

    [Theory]
    [InlineData(1_456_875, "14568.75", "14\u00A0568,75")]
    [InlineData(5, "0.05", "0,05")]
    [InlineData(-123_456_789, "-1234567.89", "−1\u00A0234\u00A0567,89")]
    [InlineData(long.MinValue, "-92233720368547758.08", "−92\u00A0233\u00A0720\u00A0368\u00A0547\u00A0758,08")]
    public void Amounts_are_written_to_the_ore(long ore, string machine, string people)
    {
        Assert.Equal(machine, new Money(ore).ToString());
        Assert.Equal(people, new Money(ore).Norwegian);
    }

    [Theory]
    [InlineData(1, 2_500, 10_000, 0)]
    [InlineData(2, 2_500, 10_000, 1)]
    [InlineData(-2, 2_500, 10_000, -1)]
    [InlineData(10, 25, 100, 3)]
    [InlineData(long.MaxValue, 1, 1, long.MaxValue)]
    public void Parts_round_halves_away_from_nothing(long ore, long numerator, long denominator, long part) =>
        Assert.Equal(new Money(part), new Money(ore).Part(numerator, denominator));

    [Fact]
    public void Sums_too_large_stop_the_work()
    {
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Assert.Throws<OverflowException>(() => Money.Sum([new Money(long.MinValue), new Money(-1)]));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue).Part(2, 1));
    }

    [Fact]
    public void Shares_add_up_to_the_whole_and_none_is_off_by_an_ore() => Prop.ForAll(
        (from ore in Gen.Choose(-1_000_000, 1_000_000) from weights in Gen.Choose(0, 5_000).NonEmptyListOf() select (ore, weights: weights.Append(1).Select(weight => (long)weight).ToList())).ToArbitrary(),
        split =>
        {
            var parts = new Money(split.ore).Split(split.weights);
            var total = split.weights.Sum();
            return Money.Sum(parts) == new Money(split.ore)
                && parts.Zip(split.weights).All(part => Math.Abs((part.First.Ore * total) - (split.ore * part.Second)) < total);
        }).Check(Seeded);
}
