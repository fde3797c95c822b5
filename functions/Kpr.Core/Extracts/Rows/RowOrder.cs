using System.Buffers.Binary;
using Kpr.Core.Extracts.Keys;

namespace Kpr.Core.Extracts.Rows;

/// <summary>
/// What rows of an extract are sorted by: the project's key of the person, the day as far as it is delivered, a keyed hash, and the place in a list. Three words, whose
/// bytes compare as the numbers do.
/// </summary>
/// <param name="First">The first 64 bits of the person's key.</param>
/// <param name="Second">Its last 16, the day, and the first 16 of the hash.</param>
/// <param name="Third">48 more of the hash, and the place.</param>
internal readonly record struct RowOrder(ulong First, ulong Second, ulong Third)
{
    /// <summary>Bytes in the written form.</summary>
    public const int Length = 24;

    /// <summary>Of its parts.</summary>
    /// <param name="person">The person.</param>
    /// <param name="day">Number of the day; 0 for none.</param>
    /// <param name="hash">A keyed hash of the row.</param>
    /// <param name="place">Place in a list; the last one that can be told stands for all after it.</param>
    public RowOrder(ProjectKey person, int day, ulong hash, int place)
        : this(person.High, ((ulong)person.Low << 48) | ((ulong)(uint)day << 16) | (hash >> 48), (hash << 16) | (ushort)Math.Min(place, ushort.MaxValue))
    {
    }

    /// <summary>The last 16 bits of the person's key.</summary>
    public ushort PersonLow => (ushort)(Second >> 48);

    /// <summary>The same at a place in a list.</summary>
    /// <param name="place">The place; the last one that can be told stands for all after it.</param>
    public RowOrder At(int place) => this with { Third = (Third & ~(ulong)ushort.MaxValue) | (ushort)Math.Min(place, ushort.MaxValue) };

    /// <summary>Reads the written form.</summary>
    public static RowOrder Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]));

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> into)
    {
        BinaryPrimitives.WriteUInt64BigEndian(into, First);
        BinaryPrimitives.WriteUInt64BigEndian(into[8..], Second);
        BinaryPrimitives.WriteUInt64BigEndian(into[16..], Third);
    }

    /// <summary>Whether two rows are of one person.</summary>
    public bool IsOfPersonOf(RowOrder other) => First == other.First && PersonLow == other.PersonLow;
}
