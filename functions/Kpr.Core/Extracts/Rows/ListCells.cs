using System.Buffers;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Rows;

/// <summary>The rows of a list that stands as one text (see <see cref="ListShape"/>), as bytes.</summary>
internal ref struct ListCells
{
    private static readonly SearchValues<byte> Signs = SearchValues.Create(":*@"u8);

    private readonly ReadOnlySpan<byte> _list;
    private readonly ListShape _shape;
    private readonly Span<Range> _cells;
    private int _next;
    private int _again;
    private int _end;

    /// <summary>Begins in front of the first row.</summary>
    /// <param name="list">The list.</param>
    /// <param name="shape">What it is made of.</param>
    /// <param name="cells">Takes where the parts of a row are; as many as the shape has.</param>
    public ListCells(ReadOnlySpan<byte> list, ListShape shape, Span<Range> cells)
    {
        _list = list;
        _shape = shape;
        _cells = cells;
        _again = -1;
    }

    /// <summary>Number of the item, 1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>Number of the row, 1 for the first: items may have several.</summary>
    public int Row { get; private set; }

    /// <summary>A part of the row, as it stands in the list; empty where it is left out.</summary>
    public readonly ReadOnlySpan<byte> this[int field] => _list[_cells[field]];

    /// <summary>Goes to the next row.</summary>
    public bool Next()
    {
        if (_again < 0)
        {
            while (_next < _list.Length && _list[_next] == ' ')
            {
                _next++;
            }

            if (_next >= _list.Length)
            {
                return false;
            }

            var length = _list[_next..].IndexOf((byte)' ');
            _end = length < 0 ? _list.Length : _next + length;
            _cells[.._shape.Fields.Count].Clear();
            Number++;
            var lacks = _shape.FirstMayLack && !_list[_next.._end].Contains((byte)':');
            _again = Take(_next, '\0', lacks ? 1 : 0, repeated: false);
            _next = _end;
        }

        if (_again >= 0)
        {
            for (var field = 0; field < _shape.Fields.Count; field++)
            {
                _cells[field] = _shape.Fields[field].IsRepeated ? default : _cells[field];
            }

            _again = Take(_again + 1, (char)_list[_again], 0, repeated: true);
        }

        Row++;
        return true;
    }

    // The parts from a place on; answers where a repetition begins, or -1.
    private readonly int Take(int at, char sign, int first, bool repeated)
    {
        var begins = true;
        for (var field = first; field < _shape.Fields.Count; field++)
        {
            var one = _shape.Fields[field];
            if (one.IsRepeated != repeated)
            {
                continue;
            }

            if (sign == one.Before || (begins && !repeated))
            {
                var length = _list[at.._end].IndexOfAny(Signs);
                var end = length < 0 ? _end : at + length;
                _cells[field] = at..end;
                if (end == _end)
                {
                    return -1;
                }

                (sign, at) = ((char)_list[end], end + 1);
            }

            begins = false;
        }

        return HasRepeated && sign == '*' ? at - 1 : -1;
    }

    private readonly bool HasRepeated => _shape.Fields[^1].IsRepeated;
}
