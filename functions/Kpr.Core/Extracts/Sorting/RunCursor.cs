using System.Buffers.Binary;

namespace Kpr.Core.Extracts.Sorting;

/// <summary>Reads a block that was put away, record by record; several read one stream in turn.</summary>
internal sealed class RunCursor(Stream stream, long start, long end)
{
    private byte[] _buffer = new byte[1 << 16];
    private long _position = start;
    private int _from;
    private int _to;

    public static IComparer<RunCursor> ByRecord { get; } =
        Comparer<RunCursor>.Create((left, right) => left.Record.Span.SequenceCompareTo(right.Record.Span));

    /// <summary>The record, until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Record { get; private set; }

    /// <summary>Goes to the next record; false when there is none.</summary>
    public bool Next()
    {
        if (_from == _to && _position == end)
        {
            return false;
        }

        Need(4);
        var length = BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_from));
        _from += 4;
        Need(length);
        Record = _buffer.AsMemory(_from, length);
        _from += length;
        return true;
    }

    private void Need(int bytes)
    {
        if (_to - _from >= bytes)
        {
            return;
        }

        var kept = _to - _from;
        var old = _buffer;
        if (bytes > _buffer.Length)
        {
            _buffer = new byte[bytes];
        }

        old.AsSpan(_from, kept).CopyTo(_buffer);
        (_from, _to) = (0, kept);
        var wanted = (int)Math.Min(_buffer.Length - _to, end - _position);
        stream.Seek(_position, SeekOrigin.Begin);
        stream.ReadExactly(_buffer, _to, wanted);
        _position += wanted;
        _to += wanted;
    }
}
