using System.Text;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Planning;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Writes the cells of a column of an extract.</summary>
internal sealed class PackedCell
{
    private readonly PlannedColumn _column;
    private readonly int _place;
    private readonly int _beside;
    private readonly CellMemo<byte[]>? _memo;
    private readonly CodeMemo<byte[]>? _byCode;

    /// <summary>Prepares.</summary>
    public PackedCell(PlannedColumn column, ProjectKeys keys, ReadColumns columns)
    {
        _column = column;
        _place = columns.Place(column.Source);
        _beside = column.Beside is { } beside ? columns.Place(beside) : -1;
        _memo = column.Key is { } kind ? new CellMemo<byte[]>((value, _) => value.Length == 0 ? [] : Encoding.ASCII.GetBytes(keys.Of(kind, value).ToString()))
            : column.Map is { } map ? new CellMemo<byte[]>((value, other) => Encoding.UTF8.GetBytes(map(value, other)))
            : null;

        // Where the cell follows from one text alone.
        _byCode = column.IsMoved || _beside >= 0 ? null : new CodeMemo<byte[]>(_place);
    }

    /// <summary>Writes the cell of a row.</summary>
    /// <param name="cells">The row of the register.</param>
    /// <param name="shift">By how many days dates are moved.</param>
    /// <param name="line">Takes the cell.</param>
    /// <param name="moved">For dates that are moved.</param>
    public void Write(SegmentCells cells, int shift, CellWriter line, Span<byte> moved)
    {
        if (_byCode is null || !_byCode.Find(cells, out var known))
        {
            line.Text(Of(cells, shift, moved));
        }
        else if (known is not null)
        {
            line.Written(known);
        }
        else
        {
            var from = line.Cells.Length + 1;
            line.Text(Of(cells, shift, moved));
            _byCode.Keep(line.Cells[from..].ToArray());
        }
    }

    private ReadOnlySpan<byte> Of(SegmentCells cells, int shift, Span<byte> moved)
    {
        if (_column.IsMoved)
        {
            return DayText.Moved(cells[_place], shift, moved);
        }

        if (_memo is null)
        {
            return cells[_place];
        }

        var beside = _beside < 0 ? default : _column.IsBesideMoved ? DayText.Moved(cells[_beside], shift, moved) : cells[_beside];
        return _memo.Of(cells[_place], _column.BesideLength < beside.Length ? beside[.._column.BesideLength.Value] : beside);
    }
}
