using System.Buffers.Binary;

namespace Kpr.Core.Extracts.Rows;

/// <summary>
/// Rows of a table that wait to be sorted. A run is written row by row: what it is sorted by (<see cref="RowOrder"/>), the lengths of the row and of what goes with
/// it, both as bytes. Rows that nothing tells apart stand in the order of their bytes, so that the way they came in leaves no trace.
/// </summary>
/// <param name="table">Name of the table.</param>
internal sealed class RowPile(string table)
{
    /// <summary>Bytes in front of each row of a run.</summary>
    public const int HeadLength = RowOrder.Length + sizeof(int) + sizeof(ushort);

    private const int EntryLength = 32;

    private byte[] _bytes = new byte[1 << 16];
    private Entry[] _entries = new Entry[1 << 10];
    private byte[] _packed = [];
    private int _filled;

    /// <summary>Number of rows.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes that it holds.</summary>
    public long Length => _filled + ((long)Count * EntryLength);

    /// <summary>Takes a row.</summary>
    /// <param name="order">What it is sorted by.</param>
    /// <param name="row">The row, with its end.</param>
    /// <param name="beside">What goes with it and is not written to the file: the main diagnosis.</param>
    public void Add(RowOrder order, ReadOnlySpan<byte> row, ReadOnlySpan<byte> beside)
    {
        var length = HeadLength + row.Length + beside.Length;
        if (_filled + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_filled + length, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        }

        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, 2 * Count);
        }

        _entries[Count++] = new Entry(order, _filled, length);
        var into = _bytes.AsSpan(_filled, length);
        order.Write(into);
        BinaryPrimitives.WriteInt32BigEndian(into[RowOrder.Length..], row.Length);
        BinaryPrimitives.WriteUInt16BigEndian(into[(RowOrder.Length + sizeof(int))..], checked((ushort)beside.Length));
        row.CopyTo(into[HeadLength..]);
        beside.CopyTo(into[(HeadLength + row.Length)..]);
        _filled += length;
    }

    /// <summary>Sorts the rows and hands them out; the pile is empty afterwards, and what it handed out holds until the next time.</summary>
    public PackedRun Pack()
    {
        var entries = _entries.AsSpan(0, Count);
        entries.Sort(Compare);
        if (_packed.Length < _filled)
        {
            _packed = new byte[_bytes.Length];
        }

        var at = 0;
        foreach (var entry in entries)
        {
            _bytes.AsSpan(entry.At, entry.Length).CopyTo(_packed.AsSpan(at));
            at += entry.Length;
        }

        var run = new PackedRun(table, _packed.AsMemory(0, at), Count);
        (Count, _filled) = (0, 0);
        return run;
    }

    private int Compare(Entry left, Entry right)
    {
        var order = left.Order.CompareTo(right.Order);
        return order != 0 ? order : _bytes.AsSpan(left.At, left.Length).SequenceCompareTo(_bytes.AsSpan(right.At, right.Length));
    }

    private readonly record struct Entry(RowOrder Order, int At, int Length);
}
