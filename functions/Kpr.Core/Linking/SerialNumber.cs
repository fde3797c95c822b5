using System.Buffers.Binary;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Identity;

namespace Kpr.Core.Linking;

/// <summary>
/// What a person is called towards one source in one batch of a linkage (løpenummer): 80 bits of a keyed hash. As text the letter N and 16 characters of Base32 (2–7, A–Z):
/// never a number to a spreadsheet, never eleven digits. Text, bytes and comparison sort alike.
/// </summary>
public readonly struct SerialNumber : IEquatable<SerialNumber>, IComparable<SerialNumber>
{
    /// <summary>Characters in the text form.</summary>
    public const int TextLength = PersonKey.TextLength;

    /// <summary>Bytes in the binary form, big-endian.</summary>
    public const int ByteLength = PersonKey.ByteLength;

    private const char Prefix = (char)KeyKind.Serial;

    // The same 80 bits, written the same way but for the letter.
    private readonly PersonKey _bits;

    /// <summary>Reads the first <see cref="ByteLength"/> bytes.</summary>
    public SerialNumber(ReadOnlySpan<byte> bytes) => _bits = new PersonKey(bytes);

    private SerialNumber(PersonKey bits) => _bits = bits;

    /// <summary>Reads the text form, upper case only, from UTF-8.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out SerialNumber serial)
    {
        serial = default;
        if (text.Length != TextLength || text[0] != Prefix)
        {
            return false;
        }

        Span<char> chars = stackalloc char[TextLength];
        for (var at = 1; at < TextLength; at++)
        {
            chars[at] = (char)text[at];
        }

        chars[0] = 'P';
        var isSerial = PersonKey.TryParse(chars, out var bits);
        serial = new SerialNumber(bits);
        return isSerial;
    }

    /// <summary>Writes <see cref="ByteLength"/> bytes.</summary>
    public void WriteBytes(Span<byte> into) => _bits.WriteBytes(into);

    /// <summary>The same bits as what stands for a person in an extract; its text is the same, too.</summary>
    public ProjectKey ToKey()
    {
        Span<byte> bytes = stackalloc byte[ByteLength];
        WriteBytes(bytes);
        return new ProjectKey(KeyKind.Serial, BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt16BigEndian(bytes[8..]));
    }

    /// <summary>The text form.</summary>
    public override string ToString() => Prefix + _bits.ToString()[1..];

    /// <inheritdoc/>
    public int CompareTo(SerialNumber other) => _bits.CompareTo(other._bits);

    /// <inheritdoc/>
    public bool Equals(SerialNumber other) => _bits == other._bits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SerialNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _bits.GetHashCode();

    /// <summary>Same serial number.</summary>
    public static bool operator ==(SerialNumber left, SerialNumber right) => left.Equals(right);

    /// <summary>Different serial numbers.</summary>
    public static bool operator !=(SerialNumber left, SerialNumber right) => !left.Equals(right);

    /// <summary>Sorts before.</summary>
    public static bool operator <(SerialNumber left, SerialNumber right) => left.CompareTo(right) < 0;

    /// <summary>Sorts before or is the same.</summary>
    public static bool operator <=(SerialNumber left, SerialNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Sorts after.</summary>
    public static bool operator >(SerialNumber left, SerialNumber right) => left.CompareTo(right) > 0;

    /// <summary>Sorts after or is the same.</summary>
    public static bool operator >=(SerialNumber left, SerialNumber right) => left.CompareTo(right) >= 0;
}
