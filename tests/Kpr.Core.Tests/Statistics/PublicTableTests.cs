using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Tests.Statistics;

public sealed class PublicTableTests
{
    [Fact]
    public void Z2_by_county_takes_the_ten_secondary_cells_of_the_proven_optimum() => Judge(
        PublicTables.Read("z2", ["region", "hovedint"], ("region", "fylke")), ZeroPolicy.Publish, 1, cells: 90, primary: 10, secondary: 10, value: 115);

    [Fact]
    public void Z3_by_county_and_half_year_takes_fewer_secondary_cells_than_the_best_public_tool() => Judge(
        PublicTables.Read("z3", ["region", "hovedint", "mnd"], ("region", "fylke"), ("mnd", "mnd2")),
        ZeroPolicy.Publish, 1, cells: 1_200, primary: 396, secondary: 138, value: 1_400);

    [Fact]
    public void Z3_with_every_hidden_cell_five_wide_takes_no_more_than_the_best_public_tool() => Judge(
        PublicTables.Read("z3", ["region", "hovedint", "mnd"], ("region", "fylke"), ("region", "kostragr"), ("mnd", "mnd2")),
        ZeroPolicy.Hide, 5, cells: 1_350, primary: 569, secondary: 215, value: long.MaxValue);

    private static void Judge(RandomTable? table, ZeroPolicy zeros, int width, int cells, int primary, int secondary, long value)
    {
        if (table is null)
        {
            return;
        }

        var rules = new PrimaryRules { Zeros = zeros };
        var result = Verified.Protect(table.Layout, table.Counts, width, rules);
        var hidden = Enumerable.Range(0, table.Layout.CellCount).Where(cell => result.Published[table.Layout.CellOf[cell]] is null).ToList();
        var others = hidden.Where(cell => !result.Primary[table.Layout.CellOf[cell]]).ToList();

        Assert.Equal(cells, table.Layout.CellCount);
        Assert.Equal(primary, hidden.Count - others.Count);
        Assert.InRange(others.Count, 0, secondary);
        Assert.InRange(others.Sum(cell => table.Counts[cell]), 0, value);
    }
}
