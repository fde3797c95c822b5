using System.Buffers;
using System.Buffers.Binary;

namespace Kpr.Core.Rules;

/// <summary>GUIDs as numbers that sort and compare fast.</summary>
public static class GuidKey
{
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
    /// <remarks>Not the framework's reader, which takes signs and 0x as well, and takes four times as long.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, out Guid guid)
    {
        guid = default;
        if (text is ['{', .. var inner, '}'])
        {
            text = inner;
        }

        if (text.Length != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        {
            return false;
        }

        Span<char> digits = stackalloc char[32];
        text[..8].CopyTo(digits);
        text[9..13].CopyTo(digits[8..]);
        text[14..18].CopyTo(digits[12..]);
        text[19..23].CopyTo(digits[16..]);
        text[24..].CopyTo(digits[20..]);
        Span<byte> bytes = stackalloc byte[16];
        if (Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        guid = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>Reads a GUID as delimited files write it: 8-4-4-4-12 hexadecimal digits in UTF-8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, out Guid guid)
    {
        guid = default;
        if (utf8.Length != 36 || utf8[8] != '-' || utf8[13] != '-' || utf8[18] != '-' || utf8[23] != '-')
        {
            return false;
        }

        Span<byte> digits = stackalloc byte[32];
        utf8[..8].CopyTo(digits);
        utf8[9..13].CopyTo(digits[8..]);
        utf8[14..18].CopyTo(digits[12..]);
        utf8[19..23].CopyTo(digits[16..]);
        utf8[24..].CopyTo(digits[20..]);
        Span<byte> bytes = stackalloc byte[16];
        if (Convert.FromHexString(digits, bytes, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        guid = new Guid(bytes, bigEndian: true);
        return true;
    }
}
