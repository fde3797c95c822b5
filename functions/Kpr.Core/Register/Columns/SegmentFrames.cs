using System.Buffers.Binary;

namespace Kpr.Core.Register.Columns;

/// <summary>
/// The parts of a segment: eight bytes that tell what it is, a frame with the names of its columns, a frame and the bytes of its columns for
/// each block, and a frame with the number of blocks and rows. A frame is a letter, a length, what it holds, and the sum of all that.
/// </summary>
internal static class SegmentFrames
{
    /// <summary>The frame with the names.</summary>
    public const byte Names = (byte)'N';

    /// <summary>The frame of a block.</summary>
    public const byte Block = (byte)'B';

    /// <summary>The last frame.</summary>
    public const byte End = (byte)'E';

    /// <summary>Most columns of a segment.</summary>
    public const int MostColumns = 4_096;

    private const int MostBytes = 1 << 20;
    private const int HeadLength = 5;
    private const int SumLength = 4;

    /// <summary>The first bytes: no text, no gzip, and changed by whatever changes line ends. The last is the edition of the form.</summary>
    public static ReadOnlySpan<byte> Mark => [0x89, (byte)'K', (byte)'P', (byte)'R', 0x0D, 0x0A, 0x1A, 1];

    /// <summary>Writes a frame.</summary>
    public static void Write(byte letter, ReadOnlySpan<byte> content, ColumnBytes into)
    {
        var start = into.Length;
        into.Byte(letter);
        into.Fixed((uint)content.Length);
        into.Bytes(content);
        into.Fixed(Crc32C.Of(into.Written[start..]));
    }

    /// <summary>Reads a frame.</summary>
    /// <param name="stream">The segment.</param>
    /// <param name="buffer">Takes its bytes.</param>
    /// <param name="content">What it holds.</param>
    /// <returns>Its letter.</returns>
    /// <exception cref="SegmentDamagedException">There is none, or its sum is another.</exception>
    public static byte Read(Stream stream, ref byte[] buffer, out ReadOnlySpan<byte> content)
    {
        Fill(stream, ref buffer, 0, HeadLength);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(1));
        if (length > MostBytes)
        {
            throw new SegmentDamagedException("a frame in it is too long");
        }

        var end = HeadLength + (int)length;
        Fill(stream, ref buffer, HeadLength, (int)length + SumLength);
        if (Crc32C.Of(buffer.AsSpan(0, end)) != BinaryPrimitives.ReadUInt32LittleEndian(buffer.AsSpan(end)))
        {
            throw new SegmentDamagedException("the sum of a frame in it is another");
        }

        content = buffer.AsSpan(HeadLength, (int)length);
        return buffer[0];
    }

    /// <summary>Rows and columns of a block.</summary>
    /// <exception cref="SegmentDamagedException">It is none.</exception>
    public static (int Rows, int Columns) ShapeOf(ReadOnlySpan<byte> block)
    {
        var source = new ColumnSource(block);
        if (source.Byte() != Block)
        {
            throw new SegmentDamagedException("a block for it is none");
        }

        var content = new ColumnSource(source.Take((int)Math.Min(source.Fixed(), MostBytes)));
        if (source.Fixed() != Crc32C.Of(block[..^source.Left][..^SumLength]))
        {
            throw new SegmentDamagedException("the sum of a block for it is another");
        }

        return (content.Count(int.MaxValue), content.Count(MostColumns));
    }

    /// <summary>Reads bytes that must be there.</summary>
    public static void Fill(Stream stream, ref byte[] buffer, int at, int length)
    {
        if (buffer.Length < at + length)
        {
            Array.Resize(ref buffer, Math.Max(at + length, 2 * buffer.Length));
        }

        if (stream.ReadAtLeast(buffer.AsSpan(at, length), length, throwOnEndOfStream: false) < length)
        {
            throw new SegmentDamagedException("it ends too early");
        }
    }
}
