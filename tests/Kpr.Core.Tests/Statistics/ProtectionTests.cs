using System.Collections.Concurrent;
using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Hiding;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class ProtectionTests
{
    private const int Tables = 1_000;

    [Theory]
    [InlineData(ZeroPolicy.Publish)]
    [InlineData(ZeroPolicy.Hide)]
    public void The_attacker_finds_no_hidden_cell_of_a_thousand_tables_nor_narrows_one_below_the_width(ZeroPolicy zeros)
    {
        var faults = new ConcurrentBag<string>();
        var hidden = 0;
        Parallel.For(0, Tables / 2, number =>
        {
            var seed = (ulong)number + (zeros == ZeroPolicy.Hide ? 10_000UL : 0);
            var width = 1 + (number % 5);
            var (table, published, rules) = Protect(seed, zeros, width);
            var attacker = new DenseAttacker(table.Layout, published, rules.LeastHidden);
            for (var cell = 0; cell < published.Length; cell++)
            {
                if (published[cell] is null)
                {
                    Interlocked.Increment(ref hidden);
                    var (least, most) = attacker.Reach(cell);
                    if (most - least < width - 1e-6 || table.Counts[cell] < least - 1e-6 || table.Counts[cell] > most + 1e-6)
                    {
                        faults.Add($"Seed {seed}, cell {cell}: {least} to {most}, truly {table.Counts[cell]}, width {width}.");
                    }
                }
                else if (published[cell] is > 0 and < 5)
                {
                    faults.Add($"Seed {seed}, cell {cell} is shown: {published[cell]}.");
                }
            }
        });

        Assert.Empty(faults);
        Assert.True(hidden > Tables, $"{hidden} hidden cells.");
    }

    [Fact]
    public void Two_tables_of_whole_numbers_prove_the_width_of_every_hidden_cell() => Parallel.For(0, Tables, number =>
    {
        var zeros = number % 2 == 0 ? ZeroPolicy.Publish : ZeroPolicy.Hide;
        var (table, _, rules) = Protect((ulong)number + 20_000, zeros, 5, out var result);
        foreach (var interval in result.Audit.Intervals)
        {
            var low = WitnessTable.Of(table.Layout, result.Audit, interval.Low);
            var high = WitnessTable.Of(table.Layout, result.Audit, interval.High);

            Assert.True(low.AgreesWith(result.Published, rules.LeastHidden) && high.AgreesWith(result.Published, rules.LeastHidden), $"Table {number}.");
            Assert.True(high[interval.Cell] - low[interval.Cell] >= 5, $"Table {number}, cell {interval.Cell}.");
            Assert.InRange(low[interval.Cell], interval.Lower, interval.Upper);
            Assert.InRange(high[interval.Cell], interval.Lower, interval.Upper);
        }

        Assert.True(result.Audit.WitnessesHold(table.Layout.System, result.Published, rules.LeastHidden));
    });

    [Fact]
    public void The_same_table_is_protected_the_same_way_every_time()
    {
        var first = Enumerable.Range(0, 20).Select(seed => Protect((ulong)seed, ZeroPolicy.Publish, 5).Published).ToList();
        var second = Enumerable.Range(0, 20).Select(seed => Protect((ulong)seed, ZeroPolicy.Publish, 5).Published).ToList();

        Assert.Contains(first, published => published.Contains(null));
        Assert.Equal(first, second);
    }

    private static (RandomTable Table, long?[] Published, PrimaryRules Rules) Protect(ulong seed, ZeroPolicy zeros, long width) =>
        Protect(seed, zeros, width, out _);

    private static (RandomTable Table, long?[] Published, PrimaryRules Rules) Protect(ulong seed, ZeroPolicy zeros, long width, out ProtectedTable result)
    {
        var table = RandomTable.Of(seed);
        var rules = new PrimaryRules { Zeros = zeros };
        var protectedTable = result = new TableProtection(rules, width, new Suppression()).Protect(table.Layout, table.Counts);
        return (table, [.. table.Layout.CellOf.Select(cell => protectedTable.Published[cell])], rules);
    }
}
