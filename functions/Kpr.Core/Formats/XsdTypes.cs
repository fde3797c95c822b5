using System.Globalization;

namespace Kpr.Core.Formats;

/// <summary>The simple types of XML Schema that the formats use, judged as a schema validator would.</summary>
public static class XsdTypes
{
    private const string Blanks = " \t\r\n";
    private const int EarliestYear = 1900;
    private const int LatestYear = 2999;

    /// <summary>
    /// Reads an xs:date: yyyy-MM-dd, a zone allowed and ignored, blanks around it collapsed. Years outside
    /// 1900–2999 are refused, as the register's own attribute rules do.
    /// </summary>
    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        text = text.Trim(Blanks);
        date = default;
        return text.Length >= 10
            && TryCalendarDate(text[..10], out date)
            && TryZone(text[10..], out _);
    }

    /// <summary>
    /// Reads an xs:dateTime: yyyy-MM-ddTHH:mm:ss, fraction and zone allowed, blanks around it collapsed.
    /// Years outside 1900–2999 are refused.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="local">Date and time as written.</param>
    /// <param name="offset">The zone as written; null when there is none.</param>
    public static bool TryDateTime(ReadOnlySpan<char> text, out DateTime local, out TimeSpan? offset)
    {
        text = text.Trim(Blanks);
        local = default;
        offset = null;
        if (text.Length < 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryCalendarDate(text[..10], out var date)
            || !TryTwoDigits(text[11..13], out var hour)
            || !TryTwoDigits(text[14..16], out var minute)
            || !TryTwoDigits(text[17..19], out var second))
        {
            return false;
        }

        var rest = text[19..];
        var zeroFraction = true;
        if (rest.StartsWith('.'))
        {
            var digits = rest[1..].IndexOfAnyExceptInRange('0', '9');
            digits = digits < 0 ? rest.Length - 1 : digits;
            if (digits == 0)
            {
                return false;
            }

            zeroFraction = rest.Slice(1, digits).IndexOfAnyExcept('0') < 0;
            rest = rest[(digits + 1)..];
        }

        var endOfDay = hour == 24 && minute == 0 && second == 0 && zeroFraction;
        if ((hour > 23 && !endOfDay) || minute > 59 || second > 59 || !TryZone(rest, out offset))
        {
            return false;
        }

        local = date.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(minute).AddSeconds(second);
        return true;
    }

    /// <summary>
    /// Reads an xs:integer: digits with or without a sign, blanks around it collapsed. A number beyond 64 bits is read as the
    /// greatest or least there is.
    /// </summary>
    public static bool TryInteger(ReadOnlySpan<char> text, out long value)
    {
        text = text.Trim(Blanks);
        value = 0;
        var digits = text is ['+' or '-', ..] ? text[1..] : text;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            value = text[0] == '-' ? long.MinValue : long.MaxValue;
        }

        return true;
    }

    private static bool TryCalendarDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text[4] != '-' || text[7] != '-'
            || !TryTwoDigits(text[..2], out var century) || !TryTwoDigits(text[2..4], out var ofCentury)
            || !TryTwoDigits(text[5..7], out var month) || !TryTwoDigits(text[8..10], out var day))
        {
            return false;
        }

        var year = (century * 100) + ofCentury;
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool TryTwoDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (!char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return false;
        }

        value = ((text[0] - '0') * 10) + text[1] - '0';
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text is "Z")
        {
            offset = TimeSpan.Zero;
            return true;
        }

        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':'
            || !TryTwoDigits(text[1..3], out var hours) || !TryTwoDigits(text[4..6], out var minutes)
            || minutes > 59 || hours > 14 || (hours == 14 && minutes > 0))
        {
            return false;
        }

        var value = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -value : value;
        return true;
    }
}
