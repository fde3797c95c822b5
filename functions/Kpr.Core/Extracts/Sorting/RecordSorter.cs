using System.Buffers.Binary;

namespace Kpr.Core.Extracts.Sorting;

/// <summary>
/// Sorts records of bytes in constant memory, however many there are: a block of them is sorted and put away, and the blocks are merged when all are there. Equal
/// records all come out. Records are compared byte by byte, a shorter one before a longer one that begins with it.
/// </summary>
/// <param name="scratch">Where blocks are put: empty, can be written, read and sought. It holds what the records hold, so where they are personal data it must be kept like them. The caller disposes it.</param>
/// <param name="blockBytes">Bytes of records held at once.</param>
public sealed class RecordSorter(Stream scratch, int blockBytes = 16 << 20)
{
    private const int LengthBytes = 4;

    private readonly List<(int Start, int Length)> _places = [];
    private readonly List<(long Start, long End)> _runs = [];
    private byte[] _block = new byte[Math.Min(blockBytes, 1 << 16)];
    private int _used;

    /// <summary>Number of records.</summary>
    public long Count { get; private set; }

    /// <summary>Adds a record.</summary>
    public void Add(ReadOnlySpan<byte> record)
    {
        if (_used > 0 && _used + record.Length > blockBytes)
        {
            PutAway();
        }

        if (_used + record.Length > _block.Length)
        {
            Array.Resize(ref _block, Math.Max(_used + record.Length, Math.Min(blockBytes, _block.Length * 2)));
        }

        record.CopyTo(_block.AsSpan(_used));
        _places.Add((_used, record.Length));
        _used += record.Length;
        Count++;
    }

    /// <summary>All records in order. A record lasts until the next is asked for; no record may be added any more.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Sorted()
    {
        if (_runs.Count == 0)
        {
            SortBlock();
            foreach (var (start, length) in _places)
            {
                yield return _block.AsMemory(start, length);
            }

            yield break;
        }

        PutAway();
        var heads = new PriorityQueue<RunCursor, RunCursor>(RunCursor.ByRecord);
        foreach (var (start, end) in _runs)
        {
            var cursor = new RunCursor(scratch, start, end);
            if (cursor.Next())
            {
                heads.Enqueue(cursor, cursor);
            }
        }

        while (heads.TryDequeue(out var cursor, out _))
        {
            yield return cursor.Record;
            if (cursor.Next())
            {
                heads.Enqueue(cursor, cursor);
            }
        }
    }

    private void SortBlock() => _places.Sort((left, right) =>
        _block.AsSpan(left.Start, left.Length).SequenceCompareTo(_block.AsSpan(right.Start, right.Length)));

    private void PutAway()
    {
        SortBlock();
        scratch.Seek(0, SeekOrigin.End);
        var start = scratch.Position;
        var length = new byte[LengthBytes];
        foreach (var place in _places)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, place.Length);
            scratch.Write(length);
            scratch.Write(_block, place.Start, place.Length);
        }

        _runs.Add((start, scratch.Position));
        _places.Clear();
        _used = 0;
    }
}
