using System.Buffers.Binary;
using System.Numerics;

namespace Kpr.Core.Register.Columns;

/// <summary>The sum (CRC-32C, Castagnoli) that blocks and columns are held against: it finds every change of up to 32 bits in a row.</summary>
internal static class Crc32C
{
    /// <summary>The sum of some bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var one in bytes)
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }
}
