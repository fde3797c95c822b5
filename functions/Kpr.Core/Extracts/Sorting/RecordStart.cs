using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Kpr.Core.Extracts.Sorting;

/// <summary>
/// The first 24 bytes of a record as three numbers, filled up with zeros: they compare as the bytes do, and most records are told apart by them. Of two that agree
/// here, the rest decides.
/// </summary>
internal readonly record struct RecordStart(ulong First, ulong Second, ulong Third) : IComparable<RecordStart>
{
    /// <summary>Bytes that it is made of.</summary>
    public const int Length = 3 * sizeof(ulong);

    /// <summary>Of a record.</summary>
    public static RecordStart Of(ReadOnlySpan<byte> record)
    {
        if (record.Length < Length)
        {
            Span<byte> filled = stackalloc byte[Length];
            filled.Clear();
            record.CopyTo(filled);
            return Read(filled);
        }

        return Read(record);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CompareTo(RecordStart other) =>
        First != other.First ? First < other.First ? -1 : 1
        : Second != other.Second ? Second < other.Second ? -1 : 1
        : Third.CompareTo(other.Third);

    private static RecordStart Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[sizeof(ulong)..]), BinaryPrimitives.ReadUInt64BigEndian(bytes[(2 * sizeof(ulong))..]));
}
