using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Kpr.Core.Identity;

/// <summary>
/// What a person is called in the register: 80 bits of a keyed hash of type and number. As text the letter P and 16 characters of Base32
/// (2–7, A–Z): never a number to a spreadsheet, never eleven digits. Text, bytes and comparison sort alike.
/// </summary>
[JsonConverter(typeof(PersonKeyJsonConverter))]
public readonly struct PersonKey : IEquatable<PersonKey>, IComparable<PersonKey>, ISpanFormattable, ISpanParsable<PersonKey>
{
    /// <summary>Characters in the text form.</summary>
    public const int TextLength = 17;

    /// <summary>Bytes in the binary form, big-endian.</summary>
    public const int ByteLength = 10;

    // Digits first, unlike RFC 4648, so that ordinal order of the text is the order of the bits.
    internal const string Alphabet = "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const char Prefix = 'P';

    private readonly ulong _high;
    private readonly ushort _low;

    /// <summary>Reads the first <see cref="ByteLength"/> bytes.</summary>
    public PersonKey(ReadOnlySpan<byte> bytes)
    {
        _high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]);
    }

    /// <summary>Writes <see cref="ByteLength"/> bytes.</summary>
    public void WriteBytes(Span<byte> into)
    {
        BinaryPrimitives.WriteUInt64BigEndian(into, _high);
        BinaryPrimitives.WriteUInt16BigEndian(into[8..], _low);
    }

    /// <summary>The text form.</summary>
    public override string ToString() => string.Create(TextLength, this, static (into, key) => key.Format(into));

    /// <summary>The text form; format and culture make no difference.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <summary>Writes the text form; false where there is no room for <see cref="TextLength"/> characters.</summary>
    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
    {
        charsWritten = destination.Length >= TextLength ? TextLength : 0;
        if (charsWritten == 0) return false;
        Format(destination);
        return true;
    }

    /// <summary>Reads the text form, upper case only.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PersonKey key)
    {
        key = default;
        if (text.Length != TextLength || text[0] != Prefix) return false;
        if (!TryRead(text[1..9], out var first) || !TryRead(text[9..], out var second)) return false;
        Span<byte> bytes = stackalloc byte[ByteLength];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, (first << 24) | (second >> 16));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], (ushort)second);
        key = new PersonKey(bytes);
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PersonKey result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PersonKey result) => TryParse(s, out result);

    /// <inheritdoc/>
    public static PersonKey Parse(ReadOnlySpan<char> s, IFormatProvider? provider = null) =>
        TryParse(s, out var key) ? key : throw new FormatException("Not a person key.");

    /// <inheritdoc/>
    public static PersonKey Parse(string s, IFormatProvider? provider = null) => Parse(s.AsSpan(), provider);

    /// <inheritdoc/>
    public int CompareTo(PersonKey other)
    {
        var high = _high.CompareTo(other._high);
        return high != 0 ? high : _low.CompareTo(other._low);
    }

    /// <inheritdoc/>
    public bool Equals(PersonKey other) => _high == other._high && _low == other._low;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PersonKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _high.GetHashCode();

    /// <summary>Same key.</summary>
    public static bool operator ==(PersonKey left, PersonKey right) => left.Equals(right);

    /// <summary>Different keys.</summary>
    public static bool operator !=(PersonKey left, PersonKey right) => !left.Equals(right);

    /// <summary>Sorts before.</summary>
    public static bool operator <(PersonKey left, PersonKey right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before or is the same.</summary>
    public static bool operator <=(PersonKey left, PersonKey right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after.</summary>
    public static bool operator >(PersonKey left, PersonKey right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after or is the same.</summary>
    public static bool operator >=(PersonKey left, PersonKey right) => left.CompareTo(right) >= 0;

    private void Format(Span<char> into)
    {
        into[0] = Prefix;
        var first = _high >> 24;
        var second = ((_high & 0xFF_FFFF) << 16) | _low;
        for (var i = 8; i >= 1; i--, first >>= 5, second >>= 5)
        {
            into[i] = Alphabet[(int)(first & 31)];
            into[i + 8] = Alphabet[(int)(second & 31)];
        }
    }

    private static bool TryRead(ReadOnlySpan<char> text, out ulong bits)
    {
        bits = 0;
        foreach (var c in text)
        {
            var five = c is >= '2' and <= '7' ? c - '2' : c is >= 'A' and <= 'Z' ? c - 'A' + 6 : -1;
            if (five < 0) return false;
            bits = (bits << 5) | (uint)five;
        }

        return true;
    }
}
