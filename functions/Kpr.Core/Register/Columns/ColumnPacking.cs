using System.IO.Compression;

namespace Kpr.Core.Register.Columns;

/// <summary>Packs the bytes of a column, each on its own (raw deflate).</summary>
internal static class ColumnPacking
{
    private const int Least = 64;

    /// <summary>Packs bytes, where that makes them at least an eighth shorter.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="into">Takes them packed.</param>
    /// <returns>Whether they are packed; else nothing is written.</returns>
    public static bool TryPack(ReadOnlySpan<byte> bytes, ColumnBytes into)
    {
        if (bytes.Length < Least)
        {
            return false;
        }

        using var packed = new MemoryStream(bytes.Length);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        if (packed.Length > bytes.Length - (bytes.Length / 8))
        {
            return false;
        }

        into.Bytes(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        return true;
    }

    /// <summary>Unpacks bytes.</summary>
    /// <exception cref="SegmentDamagedException">They are not what was packed.</exception>
    public static void Unpack(byte[] packed, int length, Span<byte> into)
    {
        using var deflate = new DeflateStream(new MemoryStream(packed, 0, length, writable: false), CompressionMode.Decompress);
        if (deflate.ReadAtLeast(into, into.Length, throwOnEndOfStream: false) < into.Length || deflate.ReadByte() >= 0)
        {
            throw new SegmentDamagedException("a column in it cannot be unpacked");
        }
    }
}
