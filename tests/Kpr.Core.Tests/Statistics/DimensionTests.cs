using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Tests.Statistics;

public sealed class DimensionTests
{
    [Fact]
    public void A_grouping_of_several_levels_adds_up_level_by_level()
    {
        var dimension = Create(["a", "b", "c"], [("a", "west"), ("b", "west"), ("c", "east"), ("west", "land"), ("east", "land")]);

        Assert.Equal(["a", "b", "c", "west", "land", "east", "Total"], dimension.Codes);
        Assert.Equal(
            ["west=a+b", "land=west+east", "east=c", "Total=land"],
            dimension.Sums.Select(sum => $"{dimension.Codes[sum.Total]}={string.Join('+', sum.Parts.Select(part => dimension.Codes[part]))}"));
    }

    [Fact]
    public void A_group_with_one_child_is_its_child()
    {
        var dimension = Create(["a", "b", "c"], [("a", "west"), ("b", "west"), ("c", "east")]);

        Assert.Equal("c", dimension.Codes[dimension.Same[dimension.Codes.ToList().IndexOf("east")]]);
    }

    [Fact]
    public void A_group_with_one_child_is_hidden_with_it()
    {
        var rows = Create(["a", "b", "c", "d"], [("a", "west"), ("b", "west"), ("d", "west"), ("c", "east")]);
        Assert.True(TableDimension.TryCreate("y", ["x", "y", "z"], [], "Total", out var columns, out _));
        var layout = new TableLayout([rows, columns]);
        var counts = new long[layout.CellCount];
        foreach (var (row, column) in Enumerable.Range(0, 12).Select(at => (at / 3, at % 3)))
        {
            counts[layout.Cell([row, column])] = (row, column) == (2, 1) ? 3 : 20 + row + column;
        }

        layout.AddUp(counts);
        var result = Verified.Protect(layout, counts);

        var (child, group) = (layout.Cell([2, 1]), layout.Cell([rows.Codes.ToList().IndexOf("east"), 1]));
        Assert.Equal(3, counts[group]);
        Assert.Null(result.Published[layout.CellOf[child]]);
        Assert.Null(result.Published[layout.CellOf[group]]);
    }

    [Theory]
    [InlineData("begge", "a", "west", "a", "east")]
    [InlineData("seg selv", "a", "a", "b", "west")]
    [InlineData("både en kode og en gruppe", "a", "b", "c", "b")]
    [InlineData("i ring", "a", "p", "p", "q", "q", "p")]
    public void A_grouping_that_makes_no_sense_is_refused_with_the_reason(string reason, params string[] pairs)
    {
        var grouping = new Grouping([.. pairs.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))]);

        Assert.False(TableDimension.TryCreate("x", ["a", "b", "c"], [grouping], "Total", out _, out var fault));
        Assert.Contains(reason == "begge" ? "både «west» og «east»" : reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_is_the_total_code_is_refused()
    {
        Assert.False(TableDimension.TryCreate("x", ["a", "Total"], [], "Total", out _, out var fault));
        Assert.Contains("Totalkoden", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_means_two_things_is_refused()
    {
        Grouping[] groupings = [new([new("a", "g"), new("b", "h")]), new([new("a", "h"), new("b", "g")])];

        Assert.False(TableDimension.TryCreate("x", ["a", "b"], groupings, "Total", out _, out var fault));
        Assert.Contains("forskjellige ting", fault.Message, StringComparison.Ordinal);
    }

    private static TableDimension Create(string[] leaves, (string Child, string Parent)[] pairs)
    {
        var grouping = new Grouping([.. pairs.Select(pair => KeyValuePair.Create(pair.Child, pair.Parent))]);
        Assert.True(TableDimension.TryCreate("x", leaves, [grouping], "Total", out var dimension, out _));
        return dimension;
    }
}
