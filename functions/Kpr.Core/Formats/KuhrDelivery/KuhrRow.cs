using System.Buffers.Text;
using System.Text;
using CsvHelper;

namespace Kpr.Core.Formats.KuhrDelivery;

/// <summary>A row of a delivery's file, in the file itself or in a chunk. Valid until the next row is read.</summary>
/// <param name="reader">The reader that stands on it.</param>
/// <param name="first">Field of the reader that holds the row's first column.</param>
/// <param name="line">1-based line in the delivery's file.</param>
internal readonly struct KuhrRow(CsvReader reader, int first, long line)
{
    private const int MostDigits = 18;
    private const int LongestTime = 40;

    /// <summary>1-based line in the delivery's file.</summary>
    public long Line => line;

    /// <summary>A field.</summary>
    public ReadOnlySpan<byte> this[int column] => reader.GetSpan(first + column);

    /// <summary>Reads a whole number: digits, a minus sign before them allowed.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> utf8, out long number)
    {
        number = 0;
        var digits = utf8.StartsWith("-"u8) ? utf8.Length - 1 : utf8.Length;
        return digits is > 0 and <= MostDigits && Utf8Parser.TryParse(utf8, out number, out var used) && used == utf8.Length && utf8[0] != '+';
    }

    /// <summary>Reads a date: yyyy-MM-dd.</summary>
    public static bool TryDate(ReadOnlySpan<byte> utf8, out DateOnly date)
    {
        Span<char> chars = stackalloc char[10];
        date = default;
        return utf8.Length == chars.Length && Encoding.ASCII.GetChars(utf8, chars) == chars.Length && XsdTypes.TryDate(chars, out date);
    }

    /// <summary>Reads a time of day: HH:mm.</summary>
    public static bool TryTime(ReadOnlySpan<byte> utf8, out TimeSpan time)
    {
        time = default;
        if (utf8.Length != 5 || utf8[2] != ':' || !TryNumber(utf8[..2], out var hour) || !TryNumber(utf8[3..], out var minute) || hour is < 0 or > 23 || minute is < 0 or > 59)
        {
            return false;
        }

        time = new TimeSpan((int)hour, (int)minute, 0);
        return true;
    }

    /// <summary>Reads a date with time of day, with zone or without.</summary>
    public static bool TryDateTime(ReadOnlySpan<byte> utf8, out DateTime local, out TimeSpan? offset)
    {
        Span<char> chars = stackalloc char[LongestTime];
        (local, offset) = (default, null);
        return utf8.Length <= LongestTime && XsdTypes.TryDateTime(chars[..Encoding.ASCII.GetChars(utf8, chars)], out local, out offset);
    }
}
