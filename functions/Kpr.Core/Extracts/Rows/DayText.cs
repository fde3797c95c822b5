namespace Kpr.Core.Extracts.Rows;

/// <summary>Days as they stand in cells: texts that begin with year, month and day by ISO 8601, as bytes.</summary>
internal static class DayText
{
    /// <summary>Characters of a day.</summary>
    public const int Length = 10;

    /// <summary>Reads the day that a text begins with.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length < Length || text[4] != '-' || text[7] != '-' || !Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..10], out var number)
            || year < 1 || month is < 1 or > 12 || number < 1 || number > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        day = new DateOnly(year, month, number);
        return true;
    }

    /// <summary>Writes a text with its day moved, and what follows it as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="days">By how many days; 0 for none.</param>
    /// <param name="into">Takes the text.</param>
    /// <returns>The text; empty where it does not begin with a day that can be moved: a true day must not pass for a moved one.</returns>
    public static ReadOnlySpan<byte> Moved(ReadOnlySpan<byte> text, int days, Span<byte> into)
    {
        if (days == 0)
        {
            return text;
        }

        if (!TryRead(text, out var day) || text.Length > into.Length || day.DayNumber + days is < 0 or > 3652058)
        {
            return [];
        }

        day = day.AddDays(days);
        Digits(into, 0, day.Year, 4);
        into[4] = (byte)'-';
        Digits(into, 5, day.Month, 2);
        into[7] = (byte)'-';
        Digits(into, 8, day.Day, 2);
        text[Length..].CopyTo(into[Length..]);
        return into[..text.Length];
    }

    /// <summary>Writes a time without signs between its parts (yyyyMMddTHHmmss) with them.</summary>
    /// <returns>The text; as it is where it has another form.</returns>
    public static ReadOnlySpan<byte> Spread(ReadOnlySpan<byte> text, Span<byte> into)
    {
        if (text.Length != 15 || text[8] != 'T')
        {
            return text;
        }

        ReadOnlySpan<int> at = [0, 4, 6, 8, 11, 13, 15];
        var written = 0;
        for (var part = 0; part < at.Length - 1; part++)
        {
            if (part > 0)
            {
                into[written++] = (byte)(part < 3 ? '-' : part == 3 ? 'T' : ':');
            }

            var from = part == 3 ? 9 : at[part];
            text[from..at[part + 1]].CopyTo(into[written..]);
            written += at[part + 1] - from;
        }

        return into[..written];
    }

    private static bool Number(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var sign in text)
        {
            if (!char.IsAsciiDigit((char)sign))
            {
                return false;
            }

            number = (10 * number) + sign - '0';
        }

        return true;
    }

    private static void Digits(Span<byte> into, int at, int number, int count)
    {
        for (var place = at + count - 1; place >= at; place--, number /= 10)
        {
            into[place] = (byte)('0' + (number % 10));
        }
    }
}
