using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Releases;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class ReleaseLedgerTests
{
    private static readonly HashSet<string> Everybody = ["all"];
    private static readonly PrimaryRules Rules = new();

    [Fact]
    public void A_protected_table_may_be_released_and_the_same_table_again()
    {
        var release = Protected("first", Table([30, 3, 25, 41, 17, 2, 19, 26, 33]), Everybody);
        var ledger = new ReleaseLedger(Rules, 5, []);

        Assert.True(ledger.Judge(release).MayRelease);
        Assert.True(ledger.With(release).Judge(release with { Id = "again" }).MayRelease);
    }

    [Fact]
    public void The_same_table_with_one_person_less_gives_that_person_away()
    {
        var first = Protected("first", Table([30, 13, 25, 41, 17, 12, 19, 26, 33]), ["rest", "one"]);
        var second = Protected("second", Table([30, 13, 25, 41, 16, 12, 19, 26, 33]), ["rest"]);

        Assert.Empty(new ReleaseLedger(Rules, 5, []).Judge(second).Findings);
        var verdict = new ReleaseLedger(Rules, 5, [first]).Judge(second);

        Assert.False(verdict.MayRelease);
        Assert.Contains(verdict.Findings, finding => finding is { Hidden: false, Lower: 1, Upper: 1 } && finding.Codes["population"] == "one"
            && finding.Codes["d0"] == "a1" && finding.Codes["d1"] == "b1");
    }

    [Fact]
    public void Populations_that_are_told_to_be_the_same_and_differ_are_refused()
    {
        var first = Protected("first", Table([30, 13, 25, 41, 17, 12, 19, 26, 33]), Everybody);
        var second = Protected("second", Table([30, 13, 25, 41, 16, 12, 19, 26, 33]), Everybody);

        Assert.Contains("motsier", new ReleaseLedger(Rules, 5, [first]).Judge(second).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_groupings_of_the_same_municipalities_give_the_difference_away()
    {
        // Before a border was moved: a and b together, c and d. After it: a, b and c together, and d alone.
        var before = Groups("before", [("a", "west"), ("b", "west"), ("c", "east"), ("d", "east")], [("west", 52), ("east", 43)]);
        var after = Groups("after", [("a", "west"), ("b", "west"), ("c", "west"), ("d", "east")], [("west", 54), ("east", 41)]);

        var finding = Assert.Single(new ReleaseLedger(Rules, 5, [before]).Judge(after).Findings);

        Assert.Equal((false, 2L, 2L, "c"), (finding.Hidden, finding.Lower, finding.Upper, finding.Codes["municipality"]));
        Assert.True(new ReleaseLedger(Rules, 5, [before]).Judge(before).MayRelease);
    }

    [Fact]
    public void Tables_over_other_variables_share_their_totals()
    {
        var first = Protected("first", Table([30, 3, 25, 41, 17, 2, 19, 26, 33]), Everybody);
        Assert.True(TableDimension.TryCreate("d0", ["a0", "a1", "a2"], [], "Total", out var rows, out _));
        var layout = new TableLayout([rows]);
        Release Margin(long count) => Release.Of("margin", layout, Everybody, [new(0, count)]);

        Assert.True(new ReleaseLedger(Rules, 5, [first]).Judge(Margin(58)).MayRelease);
        Assert.NotNull(new ReleaseLedger(Rules, 5, [first]).Judge(Margin(59)).Refusal);
    }

    private static Release Groups(string id, (string Child, string Parent)[] parents, (string Group, long Count)[] counts)
    {
        var grouping = new Grouping([.. parents.Select(parent => KeyValuePair.Create(parent.Child, parent.Parent))]);
        Assert.True(TableDimension.TryCreate("municipality", [.. parents.Select(parent => parent.Child)], [grouping], "Total", out var dimension, out _));
        return Release.Of(
            id, new TableLayout([dimension]), Everybody, [.. counts.Select(count => KeyValuePair.Create(dimension.Codes.ToList().IndexOf(count.Group), (long?)count.Count))]);
    }

    private static (TableLayout Layout, long[] Counts) Table(long[] leaves)
    {
        Assert.True(TableDimension.TryCreate("d0", ["a0", "a1", "a2"], [], "Total", out var rows, out _));
        Assert.True(TableDimension.TryCreate("d1", ["b0", "b1", "b2"], [], "Total", out var columns, out _));
        var layout = new TableLayout([rows, columns]);
        var counts = new long[layout.CellCount];
        for (var at = 0; at < leaves.Length; at++)
        {
            counts[layout.Cell([at / 3, at % 3])] = leaves[at];
        }

        layout.AddUp(counts);
        return (layout, counts);
    }

    private static Release Protected(string id, (TableLayout Layout, long[] Counts) table, HashSet<string> population)
    {
        var result = Verified.Protect(table.Layout, table.Counts);
        return Release.Of(id, table.Layout, population, [.. Enumerable.Range(0, table.Layout.CellCount).Select(cell => KeyValuePair.Create(cell, result.Published[table.Layout.CellOf[cell]]))]);
    }
}
