using System.Globalization;
using Kpr.Core.Statistics.Cells;
using Kpr.Local.Generation;

namespace Kpr.Benchmarks.Tables;

/// <summary>A table and its counts.</summary>
/// <param name="Layout">Its cells.</param>
/// <param name="Counts">The count of each.</param>
internal sealed record CountedTable(TableLayout Layout, long[] Counts)
{
    private const int Municipalities = 357;
    private const int Counties = 15;
    private const int Ages = 10;

    /// <summary>A public table beside the repository; null when it is not there.</summary>
    public static CountedTable? Public(string name, string[] by, params (string Column, string Group)[] groupings)
    {
        var folder = Directory.GetCurrentDirectory();
        while (folder is not null && !File.Exists(Path.Combine(folder, "shared", "data", "sdc", $"{name}.csv")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        if (folder is null)
        {
            return null;
        }

        var rows = File.ReadAllLines(Path.Combine(folder, "shared", "data", "sdc", $"{name}.csv")).Select(line => line.Split(',').Select(field => field.Trim('"')).ToArray()).ToList();
        var header = rows[0];
        rows.RemoveAt(0);
        var dimensions = by.Select(column => Dimension(
            column,
            [.. rows.Select(row => row[Array.IndexOf(header, column)]).Distinct()],
            [.. groupings.Where(grouping => grouping.Column == column).Select(grouping => new Grouping(
                [.. rows.Select(row => KeyValuePair.Create(row[Array.IndexOf(header, column)], $"{grouping.Group} {row[Array.IndexOf(header, grouping.Group)]}")).Distinct()]))])).ToList();
        return Fill(dimensions, rows.Select(row => (
            by.Select((column, at) => dimensions[at].Codes.TakeWhile(code => code != row[Array.IndexOf(header, column)]).Count()).ToArray(),
            long.Parse(row[^1], CultureInfo.InvariantCulture))));
    }

    /// <summary>
    /// Municipalities of very different sizes, most of them small, in 15 counties, by ten age groups and two sexes: the finest
    /// counts are a seventh zeros and more than a third 1–4.
    /// </summary>
    public static CountedTable Synthetic()
    {
        var random = new SplitMix(1);
        var municipalities = Enumerable.Range(0, Municipalities).Select(number => $"k{number}").ToList();
        var counties = new Grouping([.. municipalities.Select((code, number) => KeyValuePair.Create(code, $"f{number % Counties}"))]);
        TableDimension[] dimensions =
        [
            Dimension("kommune", municipalities, [counties]),
            Dimension("alder", [.. Enumerable.Range(0, Ages).Select(number => $"a{number}")], []),
            Dimension("kjønn", ["m", "k"], []),
        ];
        var rows = new List<(int[], long)>();
        for (var municipality = 0; municipality < Municipalities; municipality++)
        {
            var size = Math.Exp(1.7 + (1.2 * Normal(random)));
            for (var age = 0; age < Ages; age++)
            {
                for (var sex = 0; sex < 2; sex++)
                {
                    rows.Add(([municipality, age, sex], Poisson(random, size * (0.3 + (1.4 * Share(random))) * (age > 7 ? 0.4 : 1))));
                }
            }
        }

        return Fill(dimensions, rows);
    }

    private static CountedTable Fill(IReadOnlyList<TableDimension> dimensions, IEnumerable<(int[] Nodes, long Count)> rows)
    {
        var layout = new TableLayout(dimensions);
        var counts = new long[layout.CellCount];
        foreach (var (nodes, count) in rows)
        {
            counts[layout.Cell(nodes)] += count;
        }

        layout.AddUp(counts);
        return new CountedTable(layout, counts);
    }

    private static TableDimension Dimension(string name, List<string> leaves, List<Grouping> groupings) =>
        TableDimension.TryCreate(name, leaves, groupings, "Total", out var dimension, out var fault) ? dimension : throw new InvalidDataException(fault.Message);

    private static double Share(SplitMix random) => (random.Below(1 << 30) + 0.5) / (1 << 30);

    private static double Normal(SplitMix random) => Math.Sqrt(-2 * Math.Log(Share(random))) * Math.Cos(2 * Math.PI * Share(random));

    // By counting arrivals; sizes are some hundreds at most.
    private static long Poisson(SplitMix random, double mean)
    {
        var count = -1;
        for (var time = 0.0; time < mean; time -= Math.Log(Share(random)))
        {
            count++;
        }

        return Math.Max(0, count);
    }
}
