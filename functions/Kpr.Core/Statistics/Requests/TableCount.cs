using System.Globalization;
using CsvHelper;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
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

    private static readonly string[] OfPath = [VariableCatalogue.Sender.Name, CountedDataset.DataYear.Column.Name];
    private static readonly CsvReaderOptions Reading = new() { Separator = ',', HasHeader = false };

    private readonly Dictionary<int, long> _values = [];
    private readonly string[] _needed = Needed(request);
    private readonly Dictionary<string, int>[] _codes =
        [.. layout.Dimensions.Select(dimension => dimension.Codes.Select((code, at) => KeyValuePair.Create(code, at)).ToDictionary(StringComparer.Ordinal))];

    private long _withoutPerson;

    /// <summary>The persons.</summary>
    public PersonCells Persons { get; } = new(request.PlacedBy is not null);

    /// <summary>The providers, where the request names columns that tell of them.</summary>
    public ProviderCells Providers { get; } = new();

    /// <summary>The numbers, without those of persons.</summary>
    public TableTally Rows => TableTally.Empty with { Values = _values, WithoutPerson = _withoutPerson };

    /// <summary>Adds the rows of a segment.</summary>
    /// <returns>Why it cannot be counted: a column that it does not have, a value that is no number; null when all is well.</returns>
    public TableFault? Add(CountedSegment segment)
    {
        using var csv = CsvReader.Create(segment.Content, Reading, leaveOpen: true);
        if (!csv.Read())
        {
            return new TableFault("Segmentet er tomt.");
        }

        var header = Enumerable.Range(0, csv.FieldCount).Select(at => csv.GetString(at)).ToList();
        var positions = Array.ConvertAll(_needed, header.IndexOf);
        var missing = Array.FindIndex(_needed, name => !OfPath.Contains(name) && !request.Providers.Contains(name) && !header.Contains(name));
        if (missing >= 0)
        {
            return new TableFault($"Registeret har ingen kolonne «{_needed[missing]}» her.");
        }

        var id = segment.Standing is { } standing ? header.IndexOf(standing.Id) : -1;
        var values = new string[_needed.Length];
        while (csv.Read())
        {
            if (id >= 0 && !segment.Standing!.Counts(csv.GetString(id)))
            {
                continue;
            }

            for (var at = 0; at < positions.Length; at++)
            {
                values[at] = positions[at] < 0 ? (_needed[at] == CountedDataset.DataYear.Column.Name ? segment.DataYear : segment.Sender) : csv.GetString(positions[at]);
            }

            if (Add(values, segment.Person) is { } fault)
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

        Persons.Join(other.Persons);
        Providers.Join(other.Providers);
        _withoutPerson += other._withoutPerson;
    }

    /// <summary>What the primary rules judge each cell of the layout's system by.</summary>
    /// <param name="facts">The facts, values and persons of margins included.</param>
    /// <returns>Why there are none: a table of persons in which somebody stands twice; null when all is well.</returns>
    public TableFault? Finish(out IReadOnlyList<CellFacts> facts) =>
        (request.Providers.Count == 0 ? Rows : Rows.Plus(TableTally.Of(Providers, layout))).Plus(TableTally.Of(Persons, layout)).Facts(request, layout, out facts);

    // Person and time, then each variable and filter with what stands beside it, then who may be the provider, then what is summed.
    private static string[] Needed(TableRequest request) =>
    [
        PersonKey,
        request.PlacedBy ?? PersonKey,
        .. request.Variables.SelectMany(variable => (string[])[variable.Column, variable.Beside ?? variable.Column]),
        .. request.Filters.SelectMany(filter => (string[])[filter.Column, filter.Variable?.Beside ?? filter.Column]),
        .. request.Providers,
        request.SumOf ?? PersonKey,
    ];

    private static string ProviderOf(ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (column.Length > 0)
            {
                return column;
            }
        }

        return "";
    }

    private TableFault? Add(string[] values, Func<string, string?> person)
    {
        var (variables, filters) = (2, 2 + (2 * layout.Dimensions.Count));
        for (var at = 0; at < request.Filters.Count; at++)
        {
            if (!request.Filters[at].Holds(values[filters + (2 * at)], values[filters + (2 * at) + 1]))
            {
                return null;
            }
        }

        var key = values[0].Length == 0 ? "" : person(values[0]);
        if (key is null)
        {
            return null;
        }

        var value = 1L;
        if (request.SumOf is { } column && !long.TryParse(values[^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return values[^1].Length == 0 ? null : new TableFault($"«{column}» er ikke hele tall i registeret.");
        }

        var list = request.Variables.ToList().FindIndex(variable => variable.Split is not null);
        if (list < 0)
        {
            Add(values, null, list, key, value);
            return null;
        }

        foreach (var one in request.Variables[list].Split!(values[variables + (2 * list)]))
        {
            Add(values, one, list, key, value);
        }

        return null;
    }

    // In one cell: where a variable is a list, the one of a value of it.
    private void Add(string[] values, string? listed, int list, string key, long value)
    {
        var (variables, filters) = (2, 2 + (2 * layout.Dimensions.Count));
        var nodes = new int[layout.Dimensions.Count];
        for (var at = 0; at < nodes.Length; at++)
        {
            var code = request.Variables[at].CodeOf(at == list ? listed! : values[variables + (2 * at)], values[variables + (2 * at) + 1]);
            nodes[at] = _codes[at].TryGetValue(code, out var node) && node < layout.Dimensions[at].LeafCount ? node : _codes[at][TableVariable.Unknown];
        }

        var cell = layout.Cell(nodes);
        _values[cell] = _values.GetValueOrDefault(cell) + value;
        if (request.Providers.Count > 0)
        {
            Providers.Add(ProviderOf(values.AsSpan(filters + (2 * request.Filters.Count), request.Providers.Count)), cell, value);
        }

        if (key.Length == 0)
        {
            _withoutPerson++;
        }
        else
        {
            Persons.Add(key, cell, request.PlacedBy is null ? "" : values[1]);
        }
    }
}
