using System.Globalization;
using CsvHelper;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// Counts a table over rows of the register: CSV segments with a header line. Partitions are counted apart and joined.
/// </summary>
/// <param name="request">The table.</param>
/// <param name="layout">Its cells, of the preview.</param>
public sealed class TableCount(TableRequest request, TableLayout layout)
{
    private const string PersonKey = "personKey";

    private static readonly CsvReaderOptions Reading = new() { Separator = ',', HasHeader = false };

    private readonly Dictionary<int, long> _values = [];
    private readonly Dictionary<int, int[]> _margins = [];
    private readonly Dictionary<string, HashSet<int>> _cellsOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>[] _codes =
        [.. layout.Dimensions.Select(dimension => dimension.Codes.Select((code, at) => KeyValuePair.Create(code, at)).ToDictionary(StringComparer.Ordinal))];

    /// <summary>Rows that count but have no person key: they are in no table of persons.</summary>
    public long WithoutPerson { get; private set; }

    /// <summary>Adds the rows of a segment.</summary>
    /// <param name="segment">The segment, unpacked.</param>
    /// <returns>Why it cannot be counted: a column that it does not have, a value that is no number; null when all is well.</returns>
    public TableFault? Add(Stream segment)
    {
        using var csv = CsvReader.Create(segment, Reading, leaveOpen: true);
        if (!csv.Read())
        {
            return new TableFault("Segmentet er tomt.");
        }

        var header = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at)).ToList();
        string[] needed = [PersonKey, .. request.Variables.Select(variable => variable.Column), .. request.Filters.Select(filter => filter.Column), .. request.SumOf is { } sum ? [sum] : Array.Empty<string>()];
        var positions = Array.ConvertAll(needed, header.IndexOf);
        if (Array.IndexOf(positions, -1) is >= 0 and var missing)
        {
            return new TableFault($"Registeret har ingen kolonne «{needed[missing]}» her.");
        }

        var values = new string[needed.Length];
        while (csv.Read())
        {
            for (var at = 0; at < positions.Length; at++)
            {
                values[at] = csv.GetString(positions[at]);
            }

            if (Add(values) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Joins what was counted of other partitions.</summary>
    public void Join(TableCount other)
    {
        foreach (var (cell, value) in other._values)
        {
            _values[cell] = _values.GetValueOrDefault(cell) + value;
        }

        foreach (var (person, cells) in other._cellsOf)
        {
            if (_cellsOf.TryGetValue(person, out var known))
            {
                known.UnionWith(cells);
            }
            else
            {
                _cellsOf.Add(person, [.. cells]);
            }
        }

        WithoutPerson += other.WithoutPerson;
    }

    /// <summary>What the primary rules judge each cell of the layout's system by.</summary>
    /// <param name="facts">The facts, values and persons of margins included.</param>
    /// <returns>Why there are none: a table of persons in which somebody stands twice; null when all is well.</returns>
    public TableFault? Finish(out IReadOnlyList<CellFacts> facts)
    {
        facts = [];
        if (request.Measure == TableMeasure.Persons && _cellsOf.Values.Count(cells => cells.Count > 1) is > 0 and var twice)
        {
            return new TableFault(string.Create(CultureInfo.InvariantCulture, $"{twice} personer står i flere celler. Tell kontakter, eller velg variabler som bare har én verdi for hver person."));
        }

        var values = new long[layout.CellCount];
        var persons = new long[layout.CellCount];
        foreach (var (cell, value) in _values)
        {
            values[cell] = value;
        }

        layout.AddUp(values);
        var reached = new HashSet<int>();
        foreach (var cells in _cellsOf.Values)
        {
            // Once in every margin, in however many of its cells a person stands.
            reached.Clear();
            foreach (var cell in cells)
            {
                reached.UnionWith(Margins(cell));
            }

            foreach (var cell in reached)
            {
                persons[cell]++;
            }
        }

        var found = new CellFacts[layout.System.Count];
        for (var cell = 0; cell < layout.CellCount; cell++)
        {
            found[layout.CellOf[cell]] = new CellFacts(persons[cell]) { Count = request.Measure == TableMeasure.Persons ? persons[cell] : values[cell] };
        }

        facts = found;
        return null;
    }

    private TableFault? Add(string[] values)
    {
        var dimensions = request.Variables.Count;
        for (var at = 0; at < request.Filters.Count; at++)
        {
            if (!request.Filters[at].Values.Contains(values[1 + dimensions + at]))
            {
                return null;
            }
        }

        var value = 1L;
        if (request.SumOf is { } column && (!long.TryParse(values[^1], NumberStyles.None, CultureInfo.InvariantCulture, out value)))
        {
            return values[^1].Length == 0 ? null : new TableFault($"«{column}» er ikke hele tall i registeret.");
        }

        var nodes = new int[dimensions];
        for (var at = 0; at < dimensions; at++)
        {
            var variable = request.Variables[at];
            var code = variable.Coarsen is { } coarsen ? coarsen(values[1 + at]) : values[1 + at];
            nodes[at] = _codes[at].TryGetValue(code, out var node) && node < layout.Dimensions[at].LeafCount ? node : _codes[at][TableVariable.Unknown];
        }

        var cell = layout.Cell(nodes);
        _values[cell] = _values.GetValueOrDefault(cell) + value;
        if (values[0].Length == 0)
        {
            WithoutPerson++;
        }
        else if (_cellsOf.TryGetValue(values[0], out var cells))
        {
            cells.Add(cell);
        }
        else
        {
            _cellsOf.Add(values[0], [cell]);
        }

        return null;
    }

    // The cells that a finest cell is part of, itself among them.
    private int[] Margins(int leaf)
    {
        if (_margins.TryGetValue(leaf, out var known))
        {
            return known;
        }

        IEnumerable<int[]> corners = [[]];
        for (var at = 0; at < layout.Dimensions.Count; at++)
        {
            var (dimension, node) = (layout.Dimensions[at], layout.Node(leaf, at));
            var nodes = Enumerable.Range(0, dimension.Codes.Count).Where(over => Array.BinarySearch(dimension.Leaves[over], node) >= 0).ToArray();
            corners = corners.SelectMany(corner => nodes.Select(over => (int[])[.. corner, over]));
        }

        return _margins[leaf] = [.. corners.Select(corner => layout.Cell(corner))];
    }
}
