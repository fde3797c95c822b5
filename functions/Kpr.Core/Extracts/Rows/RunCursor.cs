using System.Buffers.Binary;

namespace Kpr.Core.Extracts.Rows;

/// <summary>Reads a run, row by row.</summary>
/// <param name="run">The run, as <see cref="RowPile"/> packed it; it is not closed.</param>
internal sealed class RunCursor(Stream run) : IComparable<RunCursor>
{
    private const int FirstLength = 1 << 15;

    private byte[] _buffer = new byte[FirstLength];
    private int _begin;
    private int _next;
    private int _filled;
    private int _rowLength;

    /// <summary>What the row is sorted by.</summary>
    public RowOrder Order { get; private set; }

    /// <summary>The row, with its end.</summary>
    public ReadOnlySpan<byte> Row => _buffer.AsSpan(_begin + RowPile.HeadLength, _rowLength);

    /// <summary>What goes with it.</summary>
    public ReadOnlySpan<byte> Beside => _buffer.AsSpan((_begin + RowPile.HeadLength + _rowLength).._next);

    /// <summary>The row as it stands in the run.</summary>
    public ReadOnlySpan<byte> Whole => _buffer.AsSpan(_begin.._next);

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The run ends in the middle of a row.</exception>
    public bool Next()
    {
        _begin = _next;
        if (!Has(RowPile.HeadLength))
        {
            return _filled == _begin ? false : throw new InvalidDataException("A run of an extract ends in the middle of a row.");
        }

        var head = _buffer.AsSpan(_begin, RowPile.HeadLength);
        Order = RowOrder.Read(head);
        _rowLength = BinaryPrimitives.ReadInt32BigEndian(head[RowOrder.Length..]);
        var length = RowPile.HeadLength + _rowLength + BinaryPrimitives.ReadUInt16BigEndian(head[(RowOrder.Length + sizeof(int))..]);
        if (_rowLength < 0 || !Has(length))
        {
            throw new InvalidDataException("A run of an extract ends in the middle of a row.");
        }

        _next = _begin + length;
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(RunCursor? other)
    {
        var order = Order.CompareTo(other!.Order);
        return order != 0 ? order : Whole.SequenceCompareTo(other.Whole);
    }

    private bool Has(int length)
    {
        while (_filled - _begin < length)
        {
            if (_begin > 0)
            {
                _buffer.AsSpan(_begin, _filled - _begin).CopyTo(_buffer);
                (_filled, _begin) = (_filled - _begin, 0);
            }

            if (length > _buffer.Length)
            {
                Array.Resize(ref _buffer, Math.Max(length, 2 * _buffer.Length));
            }

            var read = run.Read(_buffer, _filled, _buffer.Length - _filled);
            if (read == 0)
            {
                return false;
            }

            _filled += read;
        }

        return true;
    }
}
