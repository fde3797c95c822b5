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

        Span<byte> whole = stackalloc byte[sizeof(ulong)];
        whole.Clear();
        utf8.CopyTo(whole);
        var code = BinaryPrimitives.ReadUInt64LittleEndian(whole);
        ref var place = ref _texts[(int)((code * 0x9E3779B97F4A7C15) >> (64 - PlaceBits))];
        if (place.Text is { } known && place.Code == code && place.Length == utf8.Length)
        {
            return known;
        }

        var text = Encoding.UTF8.GetString(utf8);
        place = (code, utf8.Length, text);
        return text;
    }
}
