using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Tests.Statistics;

/// <summary>
/// A table of a synthetic register: persons, each with a code in every dimension, some codes rarer than others; one or two
/// groupings of the first dimension, sometimes with a group of one.
/// </summary>
internal sealed record RandomTable(TableLayout Layout, long[] Counts)
{
    public static RandomTable Of(ulong seed, int largest = 6)
    {
        var random = new RandomNumbers(seed);
        var dimensions = new List<TableDimension>();
        var count = 2 + random.Below(2);
        for (var at = 0; at < count; at++)
        {
            var leaves = Enumerable.Range(0, 2 + random.Below(count == 2 ? largest - 1 : 3)).Select(leaf => $"{(char)('a' + at)}{leaf}").ToList();
            var groupings = Enumerable.Range(0, at == 0 ? random.Below(3) : 0)
                .Select(number => new Grouping([.. leaves.Select(leaf => KeyValuePair.Create(leaf, $"g{number}{random.Below(3)}"))]))
                .ToList();
            Assert.True(TableDimension.TryCreate($"d{at}", leaves, groupings, "Total", out var dimension, out _));
            dimensions.Add(dimension);
        }

        var layout = new TableLayout(dimensions);
        var counts = new long[layout.CellCount];
        for (var person = 20 + random.Below(400); person > 0; person--)
        {
            counts[layout.Cell([.. dimensions.Select(dimension => Math.Min(random.Below(dimension.LeafCount), random.Below(dimension.LeafCount + 2)))])]++;
        }

        layout.AddUp(counts);
        return new RandomTable(layout, counts);
    }
}
