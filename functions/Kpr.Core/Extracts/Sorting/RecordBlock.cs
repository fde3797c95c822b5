using System.Buffers.Binary;
using System.Numerics;

namespace Kpr.Core.Extracts.Sorting;

/// <summary>
/// Records of bytes that are held in memory until they are sorted. Written one after the other, each with its length in front (32 bits, little-endian), they are a run,
/// which <see cref="RecordCursor"/> reads.
/// </summary>
internal sealed class RecordBlock
{
    /// <summary>Bytes in front of a record.</summary>
    public const int HeadLength = sizeof(int);

    /// <summary>Bytes that sorting a record takes beside it.</summary>
    public const int PlaceLength = 32;

    private const int FirstLength = 1 << 16;
    private const int GroupBits = 12;
    private const int WorthGrouping = 1 << GroupBits;

    private byte[] _bytes = new byte[FirstLength];
    private Place[] _places = [];
    private byte[] _run = [];

    /// <summary>Number of records.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the records, with their lengths.</summary>
    public int Length { get; private set; }

    /// <summary>A record, after the block was sorted.</summary>
    /// <param name="at">How many come before it.</param>
    public ReadOnlyMemory<byte> this[int at] => _bytes.AsMemory(_places[at].At + HeadLength, _places[at].Length);

    /// <summary>Adds a record.</summary>
    /// <param name="length">Its length.</param>
    /// <returns>Takes the record, before anything else is asked of the block.</returns>
    public Span<byte> Add(int length)
    {
        var end = checked(Length + HeadLength + length);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, (int)Math.Min(2L * _bytes.Length, Array.MaxLength)));
        }

        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(Length), length);
        var record = _bytes.AsSpan(Length + HeadLength, length);
        (Length, Count) = (end, Count + 1);
        return record;
    }

    /// <summary>Sorts the records, byte by byte, a shorter one before a longer one that begins with it.</summary>
    public void Sort()
    {
        if (_places.Length < Count)
        {
            _places = new Place[Math.Max(Count, Math.Min(2 * _places.Length, Array.MaxLength))];
        }

        var places = _places.AsSpan(0, Count);
        Distribute(places);
        for (var from = 0; from < places.Length;)
        {
            var to = from + 1;
            while (to < places.Length && places[to].Start == places[from].Start)
            {
                to++;
            }

            if (to > from + 1)
            {
                places[from..to].Sort(CompareWhole);
            }

            from = to;
        }
    }

    /// <summary>The records as a run, after the block was sorted; holds until the next time.</summary>
    public ReadOnlyMemory<byte> Run()
    {
        if (_run.Length < Length)
        {
            _run = new byte[_bytes.Length];
        }

        var filled = 0;
        foreach (var place in _places.AsSpan(0, Count))
        {
            var record = _bytes.AsSpan(place.At, HeadLength + place.Length);
            record.CopyTo(_run.AsSpan(filled));
            filled += record.Length;
        }

        return _run.AsMemory(0, filled);
    }

    /// <summary>Writes the records as a run, after the block was sorted.</summary>
    public void Write(Stream target)
    {
        foreach (var place in _places.AsSpan(0, Count))
        {
            target.Write(_bytes, place.At, HeadLength + place.Length);
        }
    }

    /// <summary>Forgets the records.</summary>
    public void Clear() => (Count, Length) = (0, 0);

    // By the first bits in which records differ, and then each group for itself: most have these bits at random, and the groups are small.
    private void Distribute(Span<Place> places)
    {
        var (all, any) = (ulong.MaxValue, 0UL);
        for (var (at, number) = (0, 0); number < places.Length; number++)
        {
            var place = PlaceAt(ref at);
            (all, any) = (all & place.Start.First, any | place.Start.First);
            places[number] = place;
        }

        if (places.Length < WorthGrouping || all == any)
        {
            places.Sort();
            return;
        }

        var shift = Math.Max(0, (sizeof(ulong) * 8) - BitOperations.LeadingZeroCount(all ^ any) - GroupBits);
        var ends = new int[1 << GroupBits];
        foreach (ref readonly var place in places)
        {
            ends[GroupOf(place.Start, shift)]++;
        }

        for (var (group, end) = (0, 0); group < ends.Length; group++)
        {
            (end, ends[group]) = (end + ends[group], end);
        }

        // Each goes where the last of its group ended, so that in the end these are the ends.
        for (var (at, number) = (0, 0); number < Count; number++)
        {
            var place = PlaceAt(ref at);
            places[ends[GroupOf(place.Start, shift)]++] = place;
        }

        var from = 0;
        foreach (var end in ends)
        {
            places[from..end].Sort();
            from = end;
        }
    }

    private static int GroupOf(RecordStart start, int shift) => (int)(start.First >> shift) & ((1 << GroupBits) - 1);

    private Place PlaceAt(ref int at)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));
        var place = new Place(RecordStart.Of(_bytes.AsSpan(at + HeadLength, length)), at, length);
        at += HeadLength + length;
        return place;
    }

    private int CompareWhole(Place left, Place right) => _bytes.AsSpan(left.At + HeadLength, left.Length).SequenceCompareTo(_bytes.AsSpan(right.At + HeadLength, right.Length));

    // Compared without a call through a delegate, which is what makes sorting fast.
    private readonly struct Place(RecordStart start, int at, int length) : IComparable<Place>
    {
        public RecordStart Start { get; } = start;

        public int At { get; } = at;

        public int Length { get; } = length;

        public int CompareTo(Place other) => Start.CompareTo(other.Start);
    }
}
