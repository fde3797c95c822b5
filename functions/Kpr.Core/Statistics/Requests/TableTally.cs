using System.Globalization;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Requests;

/// <summary>The numbers of a table: what it shows in each finest cell, and the persons in every cell, margins included.</summary>
/// <param name="Values">What each finest cell shows, by its place in the layout.</param>
/// <param name="Persons">The persons in each cell that has any, by its place in the layout.</param>
/// <param name="InSeveral">Persons who stand in several cells.</param>
/// <param name="WithoutPerson">Rows that count and have no person key.</param>
public sealed record TableTally(
    IReadOnlyDictionary<int, long> Values, IReadOnlyDictionary<int, long> Persons, long InSeveral, long WithoutPerson)
{
    /// <summary>Nothing.</summary>
    public static TableTally Empty { get; } = new(new Dictionary<int, long>(), new Dictionary<int, long>(), 0, 0);

    /// <summary>Who supplies each cell, by its place in the layout; null where that is not counted.</summary>
    public IReadOnlyDictionary<int, CellContributors>? Contributors { get; init; }

    /// <summary>The numbers of persons and of providers that have nobody in common with these, and of other rows, added.</summary>
    public TableTally Plus(TableTally other) => new(
        Sum(Values, other.Values), Sum(Persons, other.Persons), InSeveral + other.InSeveral, WithoutPerson + other.WithoutPerson)
    {
        Contributors = Contributors is null || other.Contributors is null ? Contributors ?? other.Contributors : Sum(Contributors, other.Contributors),
    };

    /// <summary>Counts the persons of a part in every margin, once in each.</summary>
    public static TableTally Of(PersonCells persons, TableLayout layout)
    {
        var margins = new Dictionary<int, int[]>();
        var found = new Dictionary<int, long>();
        var reached = new HashSet<int>();
        foreach (var cells in persons.Cells())
        {
            reached.Clear();
            foreach (var cell in cells)
            {
                reached.UnionWith(margins.TryGetValue(cell, out var known) ? known : margins[cell] = Margins(layout, cell));
            }

            foreach (var cell in reached)
            {
                found[cell] = found.GetValueOrDefault(cell) + 1;
            }
        }

        return Empty with { Persons = found, InSeveral = persons.InSeveral };
    }

    /// <summary>Counts the providers of a part in every margin, each with all that he supplies to it.</summary>
    public static TableTally Of(ProviderCells providers, TableLayout layout)
    {
        var margins = new Dictionary<int, int[]>();
        var found = new Dictionary<int, CellContributors>();
        var reached = new Dictionary<int, long>();
        foreach (var cells in providers.Cells())
        {
            reached.Clear();
            foreach (var (cell, amount) in cells)
            {
                foreach (var margin in margins.TryGetValue(cell, out var known) ? known : margins[cell] = Margins(layout, cell))
                {
                    reached[margin] = reached.GetValueOrDefault(margin) + amount;
                }
            }

            foreach (var (cell, amount) in reached)
            {
                found[cell] = found.GetValueOrDefault(cell, CellContributors.None).With(Math.Abs(amount));
            }
        }

        return Empty with { Contributors = found };
    }

    /// <summary>What the primary rules judge each cell of the layout's system by.</summary>
    /// <param name="request">The table.</param>
    /// <param name="layout">Its cells.</param>
    /// <param name="facts">The facts.</param>
    /// <returns>Why there are none: a table of persons in which somebody stands twice; null when all is well.</returns>
    public TableFault? Facts(TableRequest request, TableLayout layout, out IReadOnlyList<CellFacts> facts)
    {
        facts = [];
        if (request.Measure == TableMeasure.Persons && InSeveral > 0)
        {
            return new TableFault(string.Create(CultureInfo.InvariantCulture, $"{InSeveral} personer står i flere celler. Tell kontakter, eller velg variabler som bare har én verdi for hver person."));
        }

        var values = new long[layout.CellCount];
        foreach (var (cell, value) in Values)
        {
            values[cell] = value;
        }

        layout.AddUp(values);
        if (values.Any(value => value < 0))
        {
            return new TableFault("Summen er negativ i minst én celle, og kan ikke vernes som et antall.");
        }

        var municipal = Enumerable.Range(0, layout.Dimensions.Count).Where(at => request.Variables[at].IsMunicipality).ToArray();
        var found = new CellFacts[layout.System.Count];
        for (var cell = 0; cell < layout.CellCount; cell++)
        {
            var persons = Persons.GetValueOrDefault(cell);
            found[layout.CellOf[cell]] = new CellFacts(persons, Contributors?.GetValueOrDefault(cell, CellContributors.None))
            {
                Count = request.Measure == TableMeasure.Persons ? persons : values[cell],
                MunicipalityPersons = Lesser(found[layout.CellOf[cell]]?.MunicipalityPersons, OfMunicipality(layout, municipal, cell)),
            };
        }

        facts = found;
        return null;
    }

    // The persons of the smallest municipality that a cell is a part of.
    private long? OfMunicipality(TableLayout layout, int[] municipal, int cell)
    {
        long? least = null;
        var totals = layout.Dimensions.Select(dimension => dimension.Total).ToArray();
        foreach (var at in municipal)
        {
            var nodes = (int[])totals.Clone();
            nodes[at] = layout.Node(cell, at);

            // The last of the finest codes is that of unknown ones, which is no municipality.
            if (nodes[at] < layout.Dimensions[at].LeafCount - 1 && layout.Cell(nodes) is var whole && whole != cell)
            {
                least = Lesser(least, Persons.GetValueOrDefault(whole));
            }
        }

        return least;
    }

    private static long? Lesser(long? one, long? other) => one is { } a && other is { } b ? Math.Min(a, b) : one ?? other;

    private static Dictionary<int, CellContributors> Sum(IReadOnlyDictionary<int, CellContributors> one, IReadOnlyDictionary<int, CellContributors> other)
    {
        var sum = one.ToDictionary();
        foreach (var (cell, contributors) in other)
        {
            sum[cell] = sum.TryGetValue(cell, out var known) ? known.Plus(contributors) : contributors;
        }

        return sum;
    }

    private static Dictionary<int, long> Sum(IReadOnlyDictionary<int, long> one, IReadOnlyDictionary<int, long> other)
    {
        var sum = one.ToDictionary();
        foreach (var (cell, value) in other)
        {
            sum[cell] = sum.GetValueOrDefault(cell) + value;
        }

        return sum;
    }

    // The cells that a finest cell is part of, itself among them.
    private static int[] Margins(TableLayout layout, int leaf)
    {
        IEnumerable<int[]> corners = [[]];
        for (var at = 0; at < layout.Dimensions.Count; at++)
        {
            var (dimension, node) = (layout.Dimensions[at], layout.Node(leaf, at));
            var nodes = Enumerable.Range(0, dimension.Codes.Count).Where(over => Array.BinarySearch(dimension.Leaves[over], node) >= 0).ToArray();
            corners = corners.SelectMany(corner => nodes.Select(over => (int[])[.. corner, over]));
        }

        return [.. corners.Select(corner => layout.Cell(corner))];
    }
}
