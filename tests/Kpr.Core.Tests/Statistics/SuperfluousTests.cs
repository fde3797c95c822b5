using System.Collections.Concurrent;
using Kpr.Core.Statistics.Auditing;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class SuperfluousTests
{
    private const int Width = 5;

    // Among them tables where a cell gets too narrow by one that was shown far from it, and is hidden again.
    private const int FirstSeed = 2_560;
    private const int Tables = 200;

    [Fact]
    public void No_secondary_cell_could_be_shown_without_another_getting_too_narrow()
    {
        var superfluous = new ConcurrentBag<string>();
        var secondary = 0;
        Parallel.For(FirstSeed, FirstSeed + Tables, seed =>
        {
            var table = RandomTable.Of((ulong)seed);
            var rules = new PrimaryRules { Zeros = seed % 2 == 0 ? ZeroPolicy.Publish : ZeroPolicy.Hide };
            var result = Verified.Protect(table.Layout, table.Counts, Width, rules);
            foreach (var cell in Enumerable.Range(0, table.Counts.Length).Where(cell => result.Published[table.Layout.CellOf[cell]] is null && !result.Primary[table.Layout.CellOf[cell]]))
            {
                Interlocked.Increment(ref secondary);
                var more = result.Published.ToArray();
                more[table.Layout.CellOf[cell]] = table.Counts[cell];
                if (new TableAudit(table.Layout.System, more, rules.LeastHidden).NarrowerThan(Width)!.Count == 0)
                {
                    superfluous.Add($"Seed {seed}, cell {cell}.");
                }
            }
        });

        Assert.Empty(superfluous);
        Assert.True(secondary > Tables, $"{secondary} secondary cells.");
    }
}
