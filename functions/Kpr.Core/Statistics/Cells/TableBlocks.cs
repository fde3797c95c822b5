namespace Kpr.Core.Statistics.Cells;

/// <summary>Cuts a large table into blocks along its longest dimension: whole groups together, as far as there are groups.</summary>
internal static class TableBlocks
{
    private const int CellsOfSmallTable = 4_000;
    private const int CellsOfBlock = 900;

    /// <summary>The block of each cell, −1 for cells that lie across blocks; null for a table that is small enough.</summary>
    public static int[]? Of(TableLayout layout)
    {
        if (layout.System.Count <= CellsOfSmallTable)
        {
            return null;
        }

        var longest = Enumerable.Range(0, layout.Dimensions.Count).MaxBy(at => layout.Dimensions[at].LeafCount);
        var dimension = layout.Dimensions[longest];
        var nodeBlock = Nodes(dimension, Math.Max(1, CellsOfBlock / (layout.CellCount / dimension.Codes.Count)));
        var blocks = new int[layout.System.Count];
        for (var cell = layout.CellCount - 1; cell >= 0; cell--)
        {
            blocks[layout.CellOf[cell]] = nodeBlock[layout.Node(cell, longest)];
        }

        return blocks;
    }

    private static int[] Nodes(TableDimension dimension, int leavesOfBlock)
    {
        // The parts of the total by the first grouping: its groups, in order, are put together to blocks.
        var blockOf = new int[dimension.LeafCount];
        var (block, count) = (0, 0);
        foreach (var top in dimension.Sums.First(sum => sum.Total == dimension.Total).Parts)
        {
            var leaves = dimension.Leaves[top];
            if (count > 0 && count + leaves.Length > leavesOfBlock)
            {
                (block, count) = (block + 1, 0);
            }

            count += leaves.Length;
            foreach (var leaf in leaves)
            {
                blockOf[leaf] = block;
            }
        }

        return [.. dimension.Leaves.Select(leaves => leaves.All(leaf => blockOf[leaf] == blockOf[leaves[0]]) ? blockOf[leaves[0]] : -1)];
    }
}
