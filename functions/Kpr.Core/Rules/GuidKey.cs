using System.Buffers;
using System.Buffers.Binary;

namespace Kpr.Core.Rules;

/// <summary>GUIDs as numbers that sort and compare fast.</summary>
public static class GuidKey
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("0123456789abcdefABCDEF-{}");

    /// <summary>The GUID's sixteen bytes as a number, in the order of its text.</summary>
    public static UInt128 From(Guid guid)
    {
        Span<byte> bytes = stackalloc byte[16];
        guid.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    /// <summary>The GUID of a number.</summary>
    public static Guid ToGuid(UInt128 key)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Reads a GUID as the formats write it: 8-4-4-4-12 hexadecimal digits, braces allowed.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Guid guid) =>
        text.ContainsAnyExcept(Letters) ? Fail(out guid) // the framework takes signs and 0x as well
        : text.Length == 36 ? Guid.TryParseExact(text, "D", out guid)
        : text.Length == 38 ? Guid.TryParseExact(text, "B", out guid)
        : Fail(out guid);

    private static bool Fail(out Guid guid)
    {
        guid = default;
        return false;
    }
}
