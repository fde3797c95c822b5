using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Extracts.Population;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Makes rows of an extract of rows of the register, and piles them up by table.</summary>
internal sealed class RowPacker : IDisposable
{
    private const int LongestName = 1024;

    private readonly PlannedDataset _dataset;
    private readonly ProjectKeys _keys;
    private readonly (PlannedColumn Column, int Place, int Beside, CellMemo<byte[]>? Memo)[] _cells;
    private readonly ListPacker[] _lists;
    private readonly RowPile _rows;
    private readonly CellWriter _line = new();
    private readonly int _id;
    private readonly int _ordinal;
    private readonly ListPacker? _main;
    private readonly PlannedColumn? _time;
    private readonly bool _moved;
    private byte[] _scratch = new byte[LongestName];

    /// <summary>Prepares.</summary>
    public RowPacker(PlannedDataset dataset, DateTreatment dates, ProjectKeys keys, ReadColumns columns)
    {
        (_dataset, _keys, _moved) = (dataset, keys, dates == DateTreatment.Shifted);
        _id = columns.Place(dataset.Source.Id);
        _ordinal = columns.Place("ordinal");
        _rows = new RowPile(dataset.Main.Name);
        _cells = [.. dataset.Columns.Select(column => (column, columns.Place(column.Source), column.Beside is { } beside ? columns.Place(beside) : -1, MemoOf(column)))];
        _lists = [.. dataset.Lists.Select(list => new ListPacker(list, dataset.Source, keys, columns))];
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
        var key = _keys.OfRow(Name(cells, segment), out var order);
        var place = new RowOrder(person.Key, DeliveredDay(day.AddDays(person.Shift)), order, 0);
        _line.Clear();
        _line.Key(person.Key);
        _line.Key(key);
        foreach (var (column, at, beside, memo) in _cells)
        {
            var cell = cells[at];
            if (column.IsMoved)
            {
                _line.Text(DayText.Moved(cell, person.Shift, _scratch));
            }
            else if (memo is null)
            {
                _line.Text(cell);
            }
            else
            {
                var other = beside < 0 ? default : column.IsBesideMoved ? DayText.Moved(cells[beside], person.Shift, _scratch) : cells[beside];
                _line.Text(memo.Of(cell, other));
            }
        }

        _rows.Add(place, _line.Row, _main is null ? [] : _main.Main(cells));
        Length = _rows.Length;
        foreach (var list in _lists)
        {
            list.Add(cells, segment, person, _moved, key, place);
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

    // What names the row in the register, whichever segment it lies in; without a name of its own, its place does.
    private ReadOnlySpan<byte> Name(SegmentCells cells, ExtractSegment segment)
    {
        var at = Put(0, Encoding.UTF8.GetBytes(_dataset.Source.Name));
        var id = cells[_id];
        if (id.IsEmpty)
        {
            at = Put(Put(at, Encoding.UTF8.GetBytes($"{segment.Partition}/{segment.Name}")), cells[_ordinal]);
        }
        else if (_dataset.Source.IsAnnual)
        {
            at = Put(Put(at, Encoding.UTF8.GetBytes(segment.Partition)), id);
        }
        else
        {
            at = Put(at, id);
        }

        return _scratch.AsSpan(0, at);
    }

    private int Put(int at, ReadOnlySpan<byte> part)
    {
        if (at + part.Length >= _scratch.Length)
        {
            Array.Resize(ref _scratch, 2 * (at + part.Length + 1));
        }

        part.CopyTo(_scratch.AsSpan(at));
        _scratch[at + part.Length] = 0x1f;
        return at + part.Length + 1;
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

    private CellMemo<byte[]>? MemoOf(PlannedColumn column) =>
        column.Key is { } kind ? new CellMemo<byte[]>((value, _) => value.Length == 0 ? [] : Encoding.ASCII.GetBytes(_keys.Of(kind, value).ToString()))
        : column.Map is { } map ? new CellMemo<byte[]>((value, beside) => Encoding.UTF8.GetBytes(map(value, beside)))
        : null;
}
