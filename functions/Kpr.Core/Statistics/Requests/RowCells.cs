using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Register;
using Kpr.Core.Statistics.Cells;

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
    private SegmentColumn? _value;

    /// <summary>Prepares for a table.</summary>
    public RowCells(TableRequest request, TableLayout layout)
    {
        _layout = layout;
        _nodes = new int[layout.Dimensions.Count];
        _variables = [.. request.Variables.Select((variable, at) => NodesOf(variable, layout.Dimensions[at]))];
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
    /// <param name="sender">The municipality that sent it.</param>
    public void Begin(SegmentReader block, string sender)
    {
        _sender.Fill(sender, block.Rows);
        (Persons, Times, _value) = (ColumnOf(block, 0), ColumnOf(block, 1), ColumnOf(block, Names.Count - 1));
        var place = 2;
        foreach (var pair in _variables.Concat(_filters))
        {
            pair.Begin(ColumnOf(block, place), ColumnOf(block, place + 1));
            place += 2;
        }

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

    /// <summary>The finest cell.</summary>
    public int CellOf(int row)
    {
        for (var at = 0; at < _nodes.Length; at++)
        {
            _nodes[at] = _variables[at][row];
        }

        return _layout.Cell(_nodes);
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

    private static PairedColumns NodesOf(TableVariable variable, TableDimension dimension)
    {
        var places = dimension.Codes.Select((code, at) => KeyValuePair.Create(code, at)).ToDictionary(StringComparer.Ordinal);
        var unknown = places[TableVariable.Unknown];
        return new PairedColumns(
            (value, beside) => places.TryGetValue(variable.CodeOf(value, beside), out var node) && node < dimension.LeafCount ? node : unknown, IsByDay(variable));
    }

    private static bool IsByDay(TableVariable? variable) => variable is { Coarsen: not null } or { Join: not null };

    private SegmentColumn ColumnOf(SegmentReader block, int place) => block.Find(place) ?? _sender;
}
