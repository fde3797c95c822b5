using System.Text;

namespace Kpr.Core.Formats.Json;

/// <summary>
/// Texts that come again and again in a file (OIDs, codes, types), so that each becomes one object. Of two that fall
/// on the same place the later one stays.
/// </summary>
internal sealed class ShortTexts
{
    private const int Places = 1 << 10;
    private const int Longest = 40;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The text of UTF-8 bytes, which is not expected to come again.</summary>
    public static string Fresh(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    /// <summary>The text of UTF-8 bytes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = 0x811C9DC5u;
        foreach (var b in utf8)
        {
            hash = (hash ^ b) * 0x01000193;
        }

        ref var place = ref _texts[(hash ^ (hash >> 16)) & (Places - 1)];
        return place is not null && Ascii.Equals(utf8, place) ? place : place = Encoding.UTF8.GetString(utf8);
    }
}
