using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class PrimaryRuleTests
{
    [Theory]
    [InlineData(0, ZeroPolicy.Publish, PrimaryReasons.None)]
    [InlineData(0, ZeroPolicy.Hide, PrimaryReasons.Zero)]
    [InlineData(1, ZeroPolicy.Publish, PrimaryReasons.Few)]
    [InlineData(4, ZeroPolicy.Hide, PrimaryReasons.Few)]
    [InlineData(5, ZeroPolicy.Hide, PrimaryReasons.None)]
    public void Counts_of_one_to_four_are_hidden_by_default_and_zeros_by_policy(long persons, ZeroPolicy zeros, PrimaryReasons expected) =>
        Assert.Equal(expected, new PrimaryRules { Zeros = zeros }.Judge(new CellFacts(persons)));

    [Fact]
    public void Many_claims_of_few_contributors_are_hidden() => Assert.Equal(
        PrimaryReasons.Contributors, new PrimaryRules { FewestContributors = 3 }.Judge(new CellFacts(40, CellContributors.Of(25, 15))));

    [Theory]
    [InlineData(PrimaryReasons.Dominance, 80, 11, 9)]
    [InlineData(PrimaryReasons.None, 60, 30, 10)]
    public void Two_contributors_with_more_than_nine_tenths_dominate(PrimaryReasons expected, params int[] contributions) => Assert.Equal(
        expected, new PrimaryRules { Dominance = new DominanceRule(2, 0.9) }.Judge(new CellFacts(40, CellContributors.Of([.. contributions.Select(amount => (long)amount)]))));

    [Theory]
    [InlineData(PrimaryReasons.PPercent, 100, 50, 9)]
    [InlineData(PrimaryReasons.None, 100, 50, 10)]
    [InlineData(PrimaryReasons.PPercent, 100)]
    public void The_second_largest_may_not_estimate_the_largest_within_ten_percent(PrimaryReasons expected, params int[] contributions) => Assert.Equal(
        expected, new PrimaryRules { PPercent = 0.1 }.Judge(new CellFacts(40, CellContributors.Of([.. contributions.Select(amount => (long)amount)]))));

    [Fact]
    public void A_small_group_that_is_all_in_one_category_is_hidden_there()
    {
        var system = new CellSystem([1, 1, 1, 1], [new CellSum(0, [1, 2, 3])]);
        CellFacts[] facts = [new(8), new(0), new(8), new(0)];

        Assert.Equal(PrimaryReasons.Collapse, new PrimaryRules { CollapseBelow = 10 }.Judge(system, facts)[2]);
        Assert.Equal(PrimaryReasons.None, new PrimaryRules { CollapseBelow = 8 }.Judge(system, facts)[2]);
    }
}
