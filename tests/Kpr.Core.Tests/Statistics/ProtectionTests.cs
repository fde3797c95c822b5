using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kpr.Core.Statistics;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class ProtectionTests
{
    private const int Tables = 1_000;
    private const int Proven = 400;
    private const int Repeated = 60;


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
    public void Two_tables_of_whole_numbers_prove_the_width_of_every_hidden_cell() => Parallel.For(0, Proven, number =>
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
        var alone = Enumerable.Range(0, Repeated).Select(Told).ToArray();
        var together = new string[Repeated];
        Parallel.For(0, Repeated, seed => together[Repeated - 1 - seed] = Abroad(() => Told(Repeated - 1 - seed)));

        Assert.Contains(alone, told => told.Contains('-', StringComparison.Ordinal));
        Assert.Equal(alone, together);

        // The same in every process: text is hashed anew in each. Another method hides other cells, and has another sum.
        Assert.StartsWith("88488ae2920518591320935345b53e0746d208537", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', alone)))), StringComparison.Ordinal);
    }

    // What is published and what the audit says of it, witnesses and all.
    private static string Told(int seed)
    {
        Protect((ulong)seed, seed % 2 == 0 ? ZeroPolicy.Publish : ZeroPolicy.Hide, 5, out var result);
        return string.Join(' ', result.Published.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "-"))
            + string.Concat(result.Audit.Intervals.Select(interval => string.Create(
                CultureInfo.InvariantCulture, $"\n{interval.Cell}: {interval.Lower}–{interval.Upper}, {Of(interval.Low)}, {Of(interval.High)}")));

        static string Of(Witness witness) => string.Create(
            CultureInfo.InvariantCulture, $"{witness.Value} ({string.Join(' ', witness.Move.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Key}:{change.Value}")))})");
    }

    // Where numbers are written otherwise.
    private static string Abroad(Func<string> tell)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var abroad = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            (abroad.NumberFormat.NegativeSign, abroad.NumberFormat.NumberDecimalSeparator) = ("~", ",");
            CultureInfo.CurrentCulture = abroad;
            return tell();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static (RandomTable Table, long?[] Published, PrimaryRules Rules) Protect(ulong seed, ZeroPolicy zeros, long width) =>
        Protect(seed, zeros, width, out _);

    private static (RandomTable Table, long?[] Published, PrimaryRules Rules) Protect(ulong seed, ZeroPolicy zeros, long width, out ProtectedTable result)
    {
        var table = RandomTable.Of(seed);
        var rules = new PrimaryRules { Zeros = zeros };
        var protectedTable = result = Verified.Protect(table.Layout, table.Counts, width, rules);
        return (table, [.. table.Layout.CellOf.Select(cell => protectedTable.Published[cell])], rules);
    }
}
