using Kpr.Core.Statistics.Cells;

namespace Kpr.Core.Tests.Statistics;

/// <summary>The public tables beside the repository.</summary>
internal static class PublicTables
{
    /// <summary>A table by columns, with groupings by others; null when it is not there.</summary>
    public static RandomTable? Read(string name, string[] by, params (string Column, string Group)[] groupings)
    {
        if (SharedFolder.Find($"data/sdc/{name}.csv") is not { } file)
        {
            return null;
        }

        var rows = File.ReadAllLines(file).Select(line => line.Split(',').Select(field => field.Trim('"')).ToArray()).ToList();
        var header = rows[0];
        rows.RemoveAt(0);
        var columns = by.Select(column => Array.IndexOf(header, column)).ToArray();
        var dimensions = new List<TableDimension>();
        foreach (var column in columns)
        {
            var groups = groupings.Where(grouping => grouping.Column == header[column]).Select(grouping => new Grouping(
                [.. rows.Select(row => KeyValuePair.Create(row[column], $"{grouping.Group} {row[Array.IndexOf(header, grouping.Group)]}")).Distinct()]));
            Assert.True(TableDimension.TryCreate(
                header[column], [.. rows.Select(row => row[column]).Distinct()], [.. groups], "Total", out var dimension, out _));
            dimensions.Add(dimension);
        }

        var layout = new TableLayout(dimensions);
        var counts = new long[layout.CellCount];
        foreach (var row in rows)
        {
            var nodes = columns.Select((column, at) => dimensions[at].Codes.TakeWhile(code => code != row[column]).Count()).ToArray();
            counts[layout.Cell(nodes)] += long.Parse(row[^1], System.Globalization.CultureInfo.InvariantCulture);
        }

        layout.AddUp(counts);
        return new RandomTable(layout, counts);
    }
}
