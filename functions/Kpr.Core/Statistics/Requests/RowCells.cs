using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Register;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Statistics.Requests;

/// <summary>Tells of the rows of a block whether a table counts them, and in which cell.</summary>
internal sealed class RowCells
{
    private const string Person = "personKey";

    private readonly TableLayout _layout;
    private readonly PairedColumns[] _filters;
    private readonly PairedColumns[] _variables;
    private readonly int[] _nodes;
    private readonly SegmentColumn[] _providers;
    private readonly SegmentColumn _sender = new(VariableCatalogue.Sender.Name);
    private readonly SegmentColumn _dataYear = new(CountedDataset.DataYear.Column.Name);
    private readonly ListedNodes? _listed;
    private readonly int _list;
    private readonly List<int> _cells = [];
    private SegmentColumn? _value;

    /// <summary>Prepares for a table.</summary>
    public RowCells(TableRequest request, TableLayout layout)
    {
        _layout = layout;
        _nodes = new int[layout.Dimensions.Count];
        _variables = [.. request.Variables.Select((variable, at) => NodesOf(variable, layout.Dimensions[at]))];
        _list = request.Variables.ToList().FindIndex(variable => variable.Split is not null);
        _listed = _list < 0 ? null : new ListedNodes(request.Variables[_list], layout.Dimensions[_list]);
        _filters = [.. request.Filters.Select(filter => new PairedColumns(
            (value, beside) => filter.Holds(value, beside) ? 1 : 0, filter.Days is not null || IsByDay(filter.Variable)))];
        Names =
        [
            Person,
            request.PlacedBy ?? Person,
            .. request.Variables.SelectMany(variable => (string[])[variable.Column, variable.Beside ?? variable.Column]),
            .. request.Filters.SelectMany(filter => (string[])[filter.Column, filter.Variable?.Beside ?? filter.Column]),
            .. request.Providers,
            request.SumOf ?? Person,
        ];
        _providers = new SegmentColumn[request.Providers.Count];
    }

    /// <summary>The columns it asks: person and time, each variable and filter with what stands beside it, who may be the provider, what is summed.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The person keys of the block.</summary>
    public SegmentColumn Persons { get; private set; } = null!;

    /// <summary>The times by which a person is placed.</summary>
    public SegmentColumn Times { get; private set; } = null!;

    /// <summary>Goes to another block.</summary>
    /// <param name="block">A reader of <see cref="Names"/>.</param>
    /// <param name="segment">The segment: what stands in the path of its partition.</param>
    public void Begin(SegmentReader block, CountedSegment segment)
    {
        _sender.Fill(segment.Sender, block.Rows);
        _dataYear.Fill(segment.DataYear, block.Rows);
        (Persons, Times, _value) = (ColumnOf(block, 0), ColumnOf(block, 1), ColumnOf(block, Names.Count - 1));
        var place = 2;
        foreach (var pair in _variables.Concat(_filters))
        {
            pair.Begin(ColumnOf(block, place), ColumnOf(block, place + 1));
            place += 2;
        }

        _listed?.Begin(ColumnOf(block, 2 + (2 * _list)), ColumnOf(block, 3 + (2 * _list)));
        for (var at = 0; at < _providers.Length; at++)
        {
            _providers[at] = ColumnOf(block, place + at);
        }
    }

    /// <summary>Whether all filters hold.</summary>
    public bool Holds(int row)
    {
        foreach (var filter in _filters)
        {
            if (filter[row] == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The finest cell of a row; where a variable is a list, one for each that stands in it. Good until the next row is asked for.</summary>
    public List<int> CellsOf(int row)
    {
        _cells.Clear();
        for (var at = 0; at < _nodes.Length; at++)
        {
            _nodes[at] = at == _list ? 0 : _variables[at][row];
        }

        if (_listed is null)
        {
            _cells.Add(_layout.Cell(_nodes));
            return _cells;
        }

        foreach (var node in _listed.Of(row))
        {
            _nodes[_list] = node;
            _cells.Add(_layout.Cell(_nodes));
        }

        return _cells;
    }

    /// <summary>Who provides; empty where no column tells. Good until the next one is asked for.</summary>
    public ReadOnlySpan<char> ProviderOf(int row)
    {
        foreach (var column in _providers)
        {
            if (column[row] is { Length: > 0 } provider)
            {
                return provider;
            }
        }

        return default;
    }

    /// <summary>What is summed.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it is a number.</returns>
    public bool TryValue(int row, out long value) => _value!.TryGetNumber(row, out value);

    /// <summary>Whether there is nothing to sum.</summary>
    public bool IsWithoutValue(int row) => _value![row].IsEmpty;

    private static PairedColumns NodesOf(TableVariable variable, TableDimension dimension) => new(NodeOf(variable, dimension), IsByDay(variable));

    /// <summary>Tells the node of the values of a variable: that of the unknown where they have none.</summary>
    internal static Func<string, string, int> NodeOf(TableVariable variable, TableDimension dimension)
    {
        var places = dimension.Codes.Select((code, at) => KeyValuePair.Create(code, at)).ToDictionary(StringComparer.Ordinal);
        var unknown = places[TableVariable.Unknown];
        return (value, beside) => places.TryGetValue(variable.CodeOf(value, beside), out var node) && node < dimension.LeafCount ? node : unknown;
    }

    private static bool IsByDay(TableVariable? variable) => variable is { Coarsen: not null } or { Join: not null };

    private SegmentColumn ColumnOf(SegmentReader block, int place) => block.Find(place) ?? (Names[place] == _dataYear.Name ? _dataYear : _sender);
}
