using System.Buffers.Binary;

namespace Kpr.Core.Register.Columns;

/// <summary>Reads what <see cref="ColumnBytes"/> wrote; what ends too early is damage.</summary>
internal ref struct ColumnSource(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    /// <summary>Whether all is read.</summary>
    public readonly bool IsAtEnd => _left.IsEmpty;

    /// <summary>How many bytes are not read yet.</summary>
    public readonly int Left => _left.Length;

    /// <summary>Reads bytes.</summary>
    public ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)_left.Length)
        {
            throw new SegmentDamagedException("a part of it ends too early");
        }

        var taken = _left[..length];
        _left = _left[length..];
        return taken;
    }

    /// <summary>Reads a byte.</summary>
    public byte Byte() => Take(1)[0];

    /// <summary>Reads four bytes.</summary>
    public uint Fixed() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    /// <summary>Reads a number.</summary>
    public ulong Number()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var one = Byte();
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80)
            {
                return value;
            }
        }

        throw new SegmentDamagedException("a number in it has no end");
    }

    /// <summary>Reads a count or length.</summary>
    /// <param name="most">The largest that it may be.</param>
    public int Count(int most) => Number() is var count && count <= (ulong)most ? (int)count : throw new SegmentDamagedException("a number in it is too large");

    /// <summary>Reads a number that may be negative.</summary>
    public long Signed() => Number() is var value ? (long)(value >> 1) ^ -(long)(value & 1) : 0;

    /// <summary>Reads packed numbers.</summary>
    public void Packed(Span<int> into)
    {
        var width = Byte();
        if (!PackedNumbers.IsWidth(width))
        {
            throw new SegmentDamagedException("numbers in it have no known width");
        }

        PackedNumbers.Unpack(Take(PackedNumbers.LengthOf(into.Length, width)), width, into);
    }

    /// <summary>Reads packed numbers that are places in a list.</summary>
    public void Places(Span<int> into, int count)
    {
        Packed(into);
        foreach (var place in into)
        {
            if ((uint)place >= (uint)count)
            {
                throw new SegmentDamagedException("a code in it stands for nothing");
            }
        }
    }
}
