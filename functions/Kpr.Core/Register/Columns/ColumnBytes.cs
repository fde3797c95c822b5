using System.Buffers;
using System.Buffers.Binary;

namespace Kpr.Core.Register.Columns;

/// <summary>Bytes that a column or the head of a block is written into. Numbers are little-endian.</summary>
internal sealed class ColumnBytes
{
    private const int Least = 256;

    private byte[] _bytes = [];

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>What is written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Begins anew.</summary>
    public void Clear() => Length = 0;

    /// <summary>Begins anew, and gives back what was lent.</summary>
    public void Release()
    {
        Clear();
        GiveBack();
        _bytes = [];
    }

    /// <summary>Room for more bytes, which the caller fills.</summary>
    public Span<byte> Room(int length)
    {
        if (_bytes.Length - Length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(Length + Math.Max(Math.Max(length, Length), Least)));
            Written.CopyTo(larger);
            GiveBack();
            _bytes = larger;
        }

        Length += length;
        return _bytes.AsSpan(Length - length, length);
    }

    /// <summary>Takes back the last bytes.</summary>
    public void TakeBack(int length) => Length -= length;

    /// <summary>Writes a byte.</summary>
    public void Byte(int value) => Room(1)[0] = (byte)value;

    /// <summary>Writes bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Room(bytes.Length));

    /// <summary>Writes four bytes.</summary>
    public void Fixed(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Room(sizeof(uint)), value);

    /// <summary>Writes a number, seven bits a byte.</summary>
    public void Number(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            Byte((int)(value & 0x7F) | 0x80);
        }

        Byte((int)value);
    }

    /// <summary>Writes a number that may be negative.</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Writes numbers in as many bits each as the largest of them needs: none, 1, 2, 4, 8, 16 or 32.</summary>
    public void Packed(ReadOnlySpan<int> values)
    {
        var all = 0u;
        foreach (var value in values)
        {
            all |= (uint)value;
        }

        var width = PackedNumbers.WidthOf(all);
        Byte(width);
        var room = Room(PackedNumbers.LengthOf(values.Length, width));
        room.Clear();
        PackedNumbers.Pack(values, width, room);
    }

    private void GiveBack()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }
    }
}
