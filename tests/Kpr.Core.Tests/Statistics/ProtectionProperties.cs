using FsCheck;
using FsCheck.Fluent;
using Kpr.Core.Statistics.Cells;
using Xunit.Abstractions;

namespace Kpr.Core.Tests.Statistics;

public sealed class ProtectionProperties(ITestOutputHelper output)
{
    private const ulong Seed = 20261122;
    private const int Rows = 4;
    private const int Columns = 3;

    // A fixed seed: the same tables every time. FsCheck prints the counts of the failing one.
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(Seed, 17UL);

    [Fact]
    public void What_is_shown_is_true_no_small_count_is_shown_and_every_interval_holds_the_truth()
    {
        output.WriteLine($"Seed {Seed}.");
        Prop.ForAll(Gen.Choose(0, 30).ArrayOf(Rows * Columns).ToArbitrary(), leaves =>
        {
            var (layout, counts) = Table(leaves);
            var result = Verified.Protect(layout, counts);
            var shown = Enumerable.Range(0, layout.CellCount).All(cell => result.Published[layout.CellOf[cell]] is not { } value || (value == counts[cell] && value is 0 or >= 5));
            var truth = result.Audit.Intervals.All(interval => counts[Array.IndexOf(layout.CellOf, interval.Cell)] is var count && interval.Lower <= count && count <= interval.Upper);
            return shown && truth && !result.Audit.NarrowerThan(5).Any();
        }).Check(Seeded);
    }

    [Fact]
    public void A_table_without_small_counts_is_shown_whole() =>
        Prop.ForAll(Gen.Choose(5, 90).ArrayOf(Rows * Columns).ToArbitrary(), leaves =>
        {
            var (layout, counts) = Table(leaves);
            return Verified.Protect(layout, counts).Published.All(value => value is not null);
        }).Check(Seeded);

    private static (TableLayout Layout, long[] Counts) Table(int[] leaves)
    {
        var groups = new Grouping([new("r0", "north"), new("r1", "north"), new("r2", "south"), new("r3", "alone")]);
        Assert.True(TableDimension.TryCreate("rows", [.. Enumerable.Range(0, Rows).Select(at => $"r{at}")], [groups], "Total", out var rows, out _));
        Assert.True(TableDimension.TryCreate("columns", [.. Enumerable.Range(0, Columns).Select(at => $"c{at}")], [], "Total", out var columns, out _));
        var layout = new TableLayout([rows, columns]);
        var counts = new long[layout.CellCount];
        for (var at = 0; at < leaves.Length; at++)
        {
            counts[layout.Cell([at / Columns, at % Columns])] = leaves[at];
        }

        layout.AddUp(counts);
        return (layout, counts);
    }
}
