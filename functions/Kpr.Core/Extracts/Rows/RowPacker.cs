using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Makes rows of an extract of rows of the register, and piles them up by table.</summary>
internal sealed class RowPacker : IDisposable
{
    private const int LongestCell = 1024;

    private readonly PlannedDataset _dataset;
    private readonly ProjectKeys _keys;
    private readonly PackedCell[] _cells;
    private readonly ListPacker[] _lists;
    private readonly RowPile _rows;
    private readonly CellWriter _line = new();
    private readonly RowName _name;
    private readonly ListPacker? _main;
    private readonly PlannedColumn? _time;
    private readonly byte[] _moved = new byte[LongestCell];

    /// <summary>Prepares.</summary>
    public RowPacker(PlannedDataset dataset, DateTreatment dates, ProjectKeys keys, ReadColumns columns)
    {
        (_dataset, _keys) = (dataset, keys);
        _name = new RowName(dataset.Source, columns);
        _rows = new RowPile(dataset.Main.Name);
        _cells = [.. dataset.Columns.Select(column => new PackedCell(column, keys, columns))];
        _lists = [.. dataset.Lists.Select(list => new ListPacker(list, dataset.Source, keys, dates == DateTreatment.Shifted, columns))];
        _main = Array.Find(_lists, list => list.HasMain);
        _time = dataset.Columns.FirstOrDefault(column => column.Source == dataset.Source.Counted.Time);
    }

    /// <summary>Bytes that are held.</summary>
    public long Length { get; private set; }

    /// <summary>Takes a row.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="segment">Its segment.</param>
    /// <param name="person">Its person.</param>
    /// <param name="day">Its day.</param>
    public void Add(SegmentCells cells, ExtractSegment segment, ExtractedPerson person, DateOnly day)
    {
        var key = _keys.OfRow(_name.Of(cells, segment), out var order);
        var place = new RowOrder(person.Key, DeliveredDay(person.Shift == 0 ? day : day.AddDays(person.Shift)), order, 0);
        _line.Clear();
        _line.Key(person.Key);
        _line.Key(key);
        foreach (var cell in _cells)
        {
            cell.Write(cells, person.Shift, _line, _moved);
        }

        _rows.Add(place, _line.Row, _main is null ? [] : _main.Main(cells));
        Length = _rows.Length;
        if (_lists.Length == 0)
        {
            return;
        }

        // As the row itself begins, with a comma at the end.
        const int OfKey = ProjectKey.TextLength + 1;
        Span<byte> begin = stackalloc byte[2 * OfKey];
        person.Key.Write(begin);
        key.Write(begin[OfKey..]);
        begin[OfKey - 1] = begin[^1] = (byte)',';
        foreach (var list in _lists)
        {
            list.Add(cells, person.Shift, list.NamesPerson ? begin : begin[OfKey..], place);
            Length += list.Length;
        }
    }

    /// <summary>The rows so far, sorted, a run for every table that has any.</summary>
    public IEnumerable<PackedRun> Pack()
    {
        foreach (var pile in _lists.Select(list => list.Rows).Prepend(_rows))
        {
            if (pile.Count > 0)
            {
                yield return pile.Pack();
            }
        }

        Length = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        Array.ForEach(_lists, list => list.Dispose());
    }

    // Rows must not tell by their order more than their cells do.
    private int DeliveredDay(DateOnly day) => _time switch
    {
        null => 0,
        { Column.Form: "year" } or { Source: ExtractSource.ReportDay } => new DateOnly(day.Year, 1, 1).DayNumber,
        { Column.Form: "quarter" } => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1).DayNumber,
        { Column.Form: "month" } => new DateOnly(day.Year, day.Month, 1).DayNumber,
        _ => day.DayNumber,
    };
}
