using System.Buffers.Binary;

namespace Kpr.Core.Extracts.Sorting;

/// <summary>Reads a run, record by record (see <see cref="RecordBlock"/>).</summary>
internal sealed class RecordCursor : IComparable<RecordCursor>
{
    private const int FirstLength = 1 << 16;

    private readonly Stream _run;
    private readonly long _end;
    private byte[] _buffer = new byte[FirstLength];
    private RecordStart _start;
    private long _position;
    private int _begin;
    private int _next;
    private int _filled;

    /// <summary>Begins in front of the first record.</summary>
    /// <param name="run">The run, from where it stands to its end; it is not closed.</param>
    public RecordCursor(Stream run) => (_run, _end) = (run, -1);

    /// <summary>Begins in front of the first record of a run in a stream that others read as well, in turn.</summary>
    /// <param name="runs">The stream, in which can be sought; it is not closed.</param>
    /// <param name="start">Where the run begins.</param>
    /// <param name="end">Where it ends.</param>
    public RecordCursor(Stream runs, long start, long end) => (_run, _position, _end) = (runs, start, end);

    /// <summary>The record, until the next is asked for.</summary>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan((_begin + RecordBlock.HeadLength).._next);

    /// <summary>The record, until the next is asked for.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory((_begin + RecordBlock.HeadLength).._next);

    /// <summary>The record with its length, as it stands in the run.</summary>
    public ReadOnlySpan<byte> Whole => _buffer.AsSpan(_begin.._next);

    /// <summary>Goes to the next record.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="InvalidDataException">The run ends in the middle of a record.</exception>
    public bool Next()
    {
        _begin = _next;
        if (!Has(RecordBlock.HeadLength))
        {
            return _filled == _begin && _position >= _end ? false : throw Cut();
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(_buffer.AsSpan(_begin));
        if (length < 0 || !Has(RecordBlock.HeadLength + length))
        {
            throw Cut();
        }

        _next = _begin + RecordBlock.HeadLength + length;
        _start = RecordStart.Of(Record);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(RecordCursor? other)
    {
        var order = _start.CompareTo(other!._start);
        return order != 0 ? order : Record.SequenceCompareTo(other.Record);
    }

    private static InvalidDataException Cut() => new("A run ends in the middle of a record.");

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

            var read = Read(_buffer.AsSpan(_filled));
            if (read == 0)
            {
                return false;
            }

            _filled += read;
        }

        return true;
    }

    private int Read(Span<byte> into)
    {
        if (_end < 0)
        {
            return _run.Read(into);
        }

        _run.Seek(_position, SeekOrigin.Begin);
        var read = _run.Read(into[..(int)Math.Min(into.Length, _end - _position)]);
        _position += read;
        return read;
    }
}
