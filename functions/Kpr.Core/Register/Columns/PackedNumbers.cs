using System.Buffers.Binary;

namespace Kpr.Core.Register.Columns;

/// <summary>Numbers of a few bits each, the first in the lowest bits of the first byte.</summary>
internal static class PackedNumbers
{
    /// <summary>Bits for each of some numbers.</summary>
    /// <param name="all">The numbers, their bits put together.</param>
    public static int WidthOf(uint all) => all switch { 0 => 0, 1 => 1, < 1 << 2 => 2, < 1 << 4 => 4, < 1 << 8 => 8, < 1 << 16 => 16, _ => 32 };

    /// <summary>Whether a width is one that is written.</summary>
    public static bool IsWidth(int width) => width is 0 or 1 or 2 or 4 or 8 or 16 or 32;

    /// <summary>Bytes of some numbers.</summary>
    public static int LengthOf(int count, int width) => checked((int)((((long)count * width) + 7) / 8));

    /// <summary>Packs.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="width">Bits for each.</param>
    /// <param name="into">Takes them; zeros.</param>
    public static void Pack(ReadOnlySpan<int> values, int width, Span<byte> into)
    {
        for (var at = 0; at < values.Length && width > 0; at++)
        {
            switch (width)
            {
                case 8: into[at] = (byte)values[at]; break;
                case 16: BinaryPrimitives.WriteUInt16LittleEndian(into[(2 * at)..], (ushort)values[at]); break;
                case 32: BinaryPrimitives.WriteInt32LittleEndian(into[(4 * at)..], values[at]); break;
                default: into[at * width >> 3] |= (byte)(values[at] << (at * width & 7)); break;
            }
        }
    }

    /// <summary>Unpacks.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, int width, Span<int> into)
    {
        switch (width)
        {
            case 0:
                into.Clear();
                break;
            case 8:
                packed = packed[..into.Length];
                for (var at = 0; at < into.Length; at++)
                {
                    into[at] = packed[at];
                }

                break;
            case 16:
                for (var at = 0; at < into.Length; at++)
                {
                    into[at] = BinaryPrimitives.ReadUInt16LittleEndian(packed[(2 * at)..]);
                }

                break;
            case 32:
                for (var at = 0; at < into.Length; at++)
                {
                    into[at] = BinaryPrimitives.ReadInt32LittleEndian(packed[(4 * at)..]);
                }

                break;
            default:
                var mask = (1 << width) - 1;
                for (var at = 0; at < into.Length; at++)
                {
                    into[at] = (packed[at * width >> 3] >> (at * width & 7)) & mask;
                }

                break;
        }
    }
}
