using System.Text;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Planning;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Makes rows of a table of an extract of a list of the register.</summary>
internal sealed class ListPacker : IDisposable
{
    private const int Longest = 4096;
    private const int LongestWord = 30;

    private readonly PlannedList _list;
    private readonly int _place;
    private readonly int _beside;
    private readonly int _sender;
    private readonly CellMemo<byte[]>?[] _memos;
    private readonly CellWriter _line = new();
    private readonly byte[] _scratch = new byte[Longest];
    private readonly byte[] _moved = new byte[64];
    private readonly Range[] _ranges;
    private readonly CodeMemo<ListRow[]>? _byCode;
    private readonly CodeMemo<byte[]>? _mainByCode;

    /// <summary>Prepares.</summary>
    public ListPacker(PlannedList list, ExtractSource source, ProjectKeys keys, bool isMoved, ReadColumns columns)
    {
        _list = list;
        Rows = new RowPile(list.Table.Name);
        _ranges = new Range[list.Shape.Fields.Count];
        _place = columns.Place(list.Shape.Variable);
        _beside = list.Beside ? columns.Place(list.Shape.Beside!) : -1;
        _sender = list.Shape.Fields.Any(field => field.IsLocal) ? columns.Place(VariableCatalogue.Sender.Name) : -1;
        _memos = [.. list.Shape.Fields.Select(field => field.Key is { } kind
            ? new CellMemo<byte[]>((value, sender) => Encoding.ASCII.GetBytes(keys.Of(kind, sender.Length == 0 ? value : $"{source.Name}\u001f{sender}\u001f{value}").ToString()))
            : null)];

        // Where the rows follow from the text of the list alone.
        _mainByCode = _beside < 0 ? new CodeMemo<byte[]>(_place) : null;
        _byCode = _beside < 0 && _sender < 0 && !(isMoved && list.Shape.Fields.Any(field => field.Type is "date" or "datetime")) ? new CodeMemo<ListRow[]>(_place) : null;
    }

    /// <summary>The rows.</summary>
    public RowPile Rows { get; }

    /// <summary>Bytes that are held.</summary>
    public long Length => Rows.Length;

    /// <summary>Whether its rows name the person too.</summary>
    public bool NamesPerson => _list.NamesPerson;

    /// <summary>Whether the list has a main diagnosis.</summary>
    public bool HasMain => _list.Shape.HasMain;

    /// <summary>The main diagnosis of a row, as it is delivered; empty for none.</summary>
    public ReadOnlySpan<byte> Main(SegmentCells cells) =>
        _mainByCode is null || !_mainByCode.Find(cells, out var known) ? MainOf(cells) : known ?? _mainByCode.Keep(MainOf(cells).ToArray());

    /// <summary>Takes the list of a row.</summary>
    /// <param name="cells">The row of the register.</param>
    /// <param name="shift">By how many days dates are moved.</param>
    /// <param name="begin">How its rows begin: the key of the row, where the list names the person hers before it, each with a comma.</param>
    /// <param name="order">What the row is sorted by.</param>
    public void Add(SegmentCells cells, int shift, ReadOnlySpan<byte> begin, RowOrder order)
    {
        if (_byCode is null || !_byCode.Find(cells, out var known))
        {
            var items = new ListCells(cells[_place], _list.Shape, _ranges);
            while (items.Next())
            {
                Write(items, cells, shift);
                Rows.Add(order.At(items.Row), begin, _line.Row, []);
            }

            return;
        }

        foreach (var row in known ?? _byCode.Keep([.. Made(cells, shift)]))
        {
            Rows.Add(order.At(row.Place), begin, row.Text, []);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private static ReadOnlySpan<byte> Chapter(ListCells items)
    {
        var system = items[0];
        var code = items[1];
        Span<char> three = stackalloc char[3];
        return system.StartsWith("ICPC-2"u8) && code.Length >= 3 && Encoding.ASCII.TryGetChars(code[..3], three, out _) && Icpc2Structure.IsCode(three) ? code[..1] : [];
    }

    private List<ListRow> Made(SegmentCells cells, int shift)
    {
        var made = new List<ListRow>();
        var items = new ListCells(cells[_place], _list.Shape, _ranges);
        while (items.Next())
        {
            Write(items, cells, shift);
            made.Add(new ListRow(items.Row, _line.Row.ToArray()));
        }

        return made;
    }

    // The row behind its key.
    private void Write(ListCells items, SegmentCells cells, int shift)
    {
        _line.Clear();
        var isMain = IsMain(cells, items.Number, out var number);
        _line.Number(number);
        for (var at = 0; at < _list.Shape.Fields.Count; at++)
        {
            var field = _list.Shape.Fields[at];
            if (!field.IsHidden)
            {
                _line.Text(_list.Chapters && at == _list.Shape.Diagnoses ? Chapter(items) : Cell(cells, field, at, items[at], shift));
            }
        }

        if (_list.Beside && _list.Shape.BesideField is not null)
        {
            _line.Text(Beside(cells, items.Number));
        }

        if (HasMain)
        {
            _line.Text(isMain ? "1"u8 : "0"u8);
        }
    }

    private ReadOnlySpan<byte> MainOf(SegmentCells cells)
    {
        var items = new ListCells(cells[_place], _list.Shape, _ranges);
        while (items.Next())
        {
            if (IsMain(cells, items.Number, out _))
            {
                var code = _list.Chapters ? Chapter(items) : items[_list.Shape.Diagnoses];
                return code.Length < ushort.MaxValue ? code : [];
            }
        }

        return [];
    }

    private bool IsMain(SegmentCells cells, int item, out long number)
    {
        number = item;
        if (HasMain && _list.Beside && System.Buffers.Text.Utf8Parser.TryParse(Beside(cells, item), out long stated, out _))
        {
            number = stated;
        }

        return HasMain && number == 1;
    }

    // The value of an item in the column beside; a hyphen stands for none.
    private ReadOnlySpan<byte> Beside(SegmentCells cells, int item)
    {
        var list = cells[_beside];
        for (var at = 1; at < item; at++)
        {
            var blank = list.IndexOf((byte)' ');
            list = blank < 0 ? [] : list[(blank + 1)..];
        }

        var end = list.IndexOf((byte)' ');
        list = end < 0 ? list : list[..end];
        return list is [(byte)'-'] ? [] : list;
    }

    private ReadOnlySpan<byte> Cell(SegmentCells cells, ListField field, int at, ReadOnlySpan<byte> part, int shift)
    {
        if (part.Contains((byte)'%'))
        {
            part = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(Encoding.UTF8.GetString(part)));
        }

        return field switch
        {
            // An HPR number that was no number lies as -1.
            { Key: not null } => part.IsEmpty || part.SequenceEqual("-1"u8) ? [] : _memos[at]!.Of(part, field.IsLocal ? cells[_sender] : default),
            { IsFree: true } => part.Length > LongestWord || part.Contains((byte)' ') ? [] : part,
            { Type: "date" } => DayText.Moved(part, shift, _moved),
            { Type: "datetime" } => DayText.Moved(DayText.Spread(part, _scratch), shift, _moved),
            _ => part,
        };
    }

    private readonly record struct ListRow(int Place, byte[] Text);
}
