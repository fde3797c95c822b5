using System.Buffers.Binary;
using System.Text;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>
/// The texts of codes, which come again and again: each becomes one object. Codes of up to eight bytes are found by
/// those bytes as one number; longer texts are made anew. Of two that fall on the same place the later one stays.
/// </summary>
internal sealed class CodeTexts
{
    private const int Places = 1 << 12;
    private const int PlaceBits = 12;

    private readonly (ulong Code, int Length, string? Text)[] _texts = new (ulong, int, string?)[Places];

    /// <summary>The text of UTF-8 bytes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > sizeof(ulong))
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var code = CodeOf(utf8);
        ref var place = ref _texts[(int)((code * 0x9E3779B97F4A7C15) >> (64 - PlaceBits))];
        if (place.Text is { } known && place.Code == code && place.Length == utf8.Length)
        {
            return known;
        }

        var text = Encoding.UTF8.GetString(utf8);
        place = (code, utf8.Length, text);
        return text;
    }

    // Two overlapping reads, told apart by the length: bytes put together in memory would have to be waited for.
    private static ulong CodeOf(ReadOnlySpan<byte> utf8) => utf8.Length switch
    {
        >= sizeof(uint) => BinaryPrimitives.ReadUInt32LittleEndian(utf8) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(utf8[^sizeof(uint)..]) << 32),
        >= sizeof(ushort) => BinaryPrimitives.ReadUInt16LittleEndian(utf8) | ((ulong)BinaryPrimitives.ReadUInt16LittleEndian(utf8[^sizeof(ushort)..]) << 32),
        1 => utf8[0],
        _ => 0,
    };
}
