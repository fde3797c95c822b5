using System.Runtime.InteropServices;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Identity;
using Kpr.Core.Register;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Rules;

namespace Kpr.Core.Statistics.Requests;

/// <summary>
/// Counts a table over rows of the register. Partitions are counted apart and joined.
/// </summary>
/// <param name="request">The table.</param>
/// <param name="layout">Its cells, of the preview.</param>
public sealed class TableCount(TableRequest request, TableLayout layout)
{
    private const int NotRead = -1;

    private static readonly string[] OfPath = [VariableCatalogue.Sender.Name, CountedDataset.DataYear.Column.Name];

    private readonly Dictionary<int, long> _values = [];
    private readonly RowCells _cells = new(request, layout);
    private readonly Dictionary<PersonKey, int> _places = [];

    private Func<string, string?>? _person;
    private long _withoutPerson;

    /// <summary>The persons.</summary>
    public PersonCells Persons { get; } = new(request.PlacedBy is not null);

    /// <summary>The providers, where the request names columns that tell of them.</summary>
    public ProviderCells Providers { get; } = new();

    /// <summary>The numbers, without those of persons.</summary>
    public TableTally Rows => TableTally.Empty with { Values = _values, WithoutPerson = _withoutPerson };

    /// <summary>Adds the rows of a segment.</summary>
    /// <returns>Why it cannot be counted: a column that it does not have, a value that is no number; null when all is well.</returns>
    /// <exception cref="SegmentDamagedException">The segment is not as it was written.</exception>
    public TableFault? Add(CountedSegment segment)
    {
        using var block = SegmentReader.Open(segment.Content, mayBeText: true, [.. _cells.Names, segment.Standing?.Id ?? _cells.Names[0]]);
        if (block.Names.Count == 0)
        {
            return new TableFault("Segmentet er tomt.");
        }

        if (_cells.Names.FirstOrDefault(name => !OfPath.Contains(name) && !request.Providers.Contains(name) && !block.Names.Contains(name)) is { } missing)
        {
            return new TableFault($"Registeret har ingen kolonne «{missing}» her.");
        }

        if (_person != segment.Person)
        {
            _places.Clear();
            _person = segment.Person;
        }

        while (block.Read())
        {
            if (AddBlock(block, segment) is { } fault)
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

    private TableFault? AddBlock(SegmentReader block, CountedSegment segment)
    {
        _cells.Begin(block, segment);
        var standing = segment.Standing is { IsEmpty: false } ? segment.Standing : null;
        var ids = standing is null ? null : block.Find(_cells.Names.Count);
        for (var row = 0; row < block.Rows; row++)
        {
            if ((ids is null || standing!.Counts(ids[row])) && _cells.Holds(row) && AddRow(row) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private TableFault? AddRow(int row)
    {
        var value = 1L;
        var isNumber = request.SumOf is null || _cells.TryValue(row, out value);
        if (!isNumber && _cells.IsWithoutValue(row))
        {
            return null;
        }

        var isPerson = !_cells.Persons[row].IsEmpty;
        var person = isPerson ? PlaceOf(row) : NotRead;
        if (isPerson && person == NotRead)
        {
            return null;
        }

        if (!isNumber)
        {
            return new TableFault($"«{request.SumOf}» er ikke hele tall i registeret.");
        }

        foreach (var cell in _cells.CellsOf(row))
        {
            Count(row, cell, person, value);
        }

        return null;
    }

    private void Count(int row, int cell, int person, long value)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_values, cell, out _) += value;
        if (request.Providers.Count > 0)
        {
            Providers.Add(_cells.ProviderOf(row), cell, value);
        }

        if (person == NotRead)
        {
            _withoutPerson++;
        }
        else
        {
            Persons.Add(person, cell, request.PlacedBy is null ? default : _cells.Times[row]);
        }
    }

    // The place of the person of a row, asked for once; NotRead where nothing of the person may be read.
    private int PlaceOf(int row)
    {
        if (!_cells.Persons.TryGetPerson(row, out var key))
        {
            return _person!(_cells.Persons.StringOf(row)) is { } other ? Persons.PlaceOf(other) : NotRead;
        }

        if (ReferenceEquals(_person, CountedSegment.AsItIs))
        {
            return Persons.PlaceOf(key);
        }

        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, key, out var known);
        return known ? place : place = _person!(key.ToString()) is { } current ? Persons.PlaceOf(current) : NotRead;
    }
}
