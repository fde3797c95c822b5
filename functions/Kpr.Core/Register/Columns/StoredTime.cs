namespace Kpr.Core.Register.Columns;

/// <summary>Date and time as layouts write it: <c>yyyy-MM-ddTHH:mm:ss</c>.</summary>
internal static class StoredTime
{
    /// <summary>Characters of it.</summary>
    public const int Length = 19;

    /// <summary>Characters of the day.</summary>
    public const int DayLength = 10;

    private const int Minute = 60;
    private const int Hour = 3_600;

    /// <summary>Reads one; false for any text that would not be written so again.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out int day, out int second)
    {
        (day, second) = (0, 0);
        if (text.Length != Length || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !TryParseDay(text[..DayLength], out day)
            || !TryDigits(text[11..13], out var hour) || !TryDigits(text[14..16], out var minute) || !TryDigits(text[17..], out var rest)
            || hour > 23 || minute > 59 || rest > 59)
        {
            return false;
        }

        second = (hour * Hour) + (minute * Minute) + rest;
        return true;
    }

    /// <summary>Writes a day.</summary>
    public static void FormatDay(int day, Span<char> into)
    {
        var (year, month, of) = DateOnly.FromDayNumber(day);
        Two(year / 100, into);
        Two(year % 100, into[2..]);
        into[4] = into[7] = '-';
        Two(month, into[5..]);
        Two(of, into[8..]);
    }

    /// <summary>Writes the time behind a day.</summary>
    public static void FormatTime(int second, Span<char> into)
    {
        into[0] = 'T';
        Two(second / Hour, into[1..]);
        into[3] = into[6] = ':';
        Two(second / Minute % 60, into[4..]);
        Two(second % Minute, into[7..]);
    }

    private static bool TryParseDay(ReadOnlySpan<char> text, out int day)
    {
        day = 0;
        if (text[4] != '-' || text[7] != '-' || !TryDigits(text[..2], out var century) || !TryDigits(text[2..4], out var year)
            || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..10], out var of))
        {
            return false;
        }

        year += century * 100;
        if (year == 0 || month is 0 or > 12 || of == 0 || of > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, of).DayNumber;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return true;
    }

    private static void Two(int value, Span<char> into) => (into[0], into[1]) = ((char)('0' + (value / 10)), (char)('0' + (value % 10)));
}
