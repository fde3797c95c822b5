namespace Kpr.Core.Identity;

/// <summary>Takes everything that could be a national identity number out of a text (rule I28).</summary>
public static class IdentityMask
{
    private const int ShortestNumber = 11;
    private const int BirthDateDigits = 6;

    /// <summary>
    /// Replaces every run of eleven or more digits by asterisks, also one with a single blank after the birth
    /// date, and a number that is valid with another sign there. GUIDs are left alone, since their digits are random; but
    /// not one whose last group holds a number that is valid: some systems build GUIDs out of the numbers they have, and a
    /// receipt never holds one. Of random GUIDs that takes one in some millions.
    /// </summary>
    public static string Apply(string text)
    {
        if (text.Length < ShortestNumber || (Guid.TryParseExact(text, "D", out _) && !HidesNumber(text)))
        {
            return text;
        }

        char[]? masked = null;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && IsPart(text, i, start))
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0 && i - start >= ShortestNumber)
            {
                masked ??= text.ToCharArray();
                Array.Fill(masked, '*', start, i - start);
            }

            start = -1;
        }

        MaskGroups(text, ref masked);
        return masked is null ? text : new string(masked);
    }

    private static void MaskGroups(string text, ref char[]? masked)
    {
        for (var i = 0; i + IdentityScan.GroupedLength <= text.Length; i++)
        {
            var digits = IdentityScan.DigitsAtStart(text.AsSpan(i));
            if (digits == BirthDateDigits && IdentityScan.StartsWithGroups(text.AsSpan(i)))
            {
                masked ??= text.ToCharArray();
                Array.Fill(masked, '*', i, IdentityScan.GroupedLength);
            }

            i += digits;
        }
    }

    private static bool HidesNumber(ReadOnlySpan<char> guid) =>
        IdentityScan.IsNationalId(guid[^ShortestNumber..]) || IdentityScan.IsNationalId(guid[^(ShortestNumber + 1)..^1]);

    private static bool IsPart(string text, int index, int start) =>
        char.IsAsciiDigit(text[index])
        || (start >= 0 && index - start == BirthDateDigits && text[index] == ' '
            && index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]));
}
