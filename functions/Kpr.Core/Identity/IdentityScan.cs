namespace Kpr.Core.Identity;

/// <summary>Finds national identity numbers where none may be (rules I21 and I28, and the last look at a delivery).</summary>
public static class IdentityScan
{
    private const int BirthDateDigits = 6;
    private const int PersonDigits = 5;

    /// <summary>
    /// Whether the text holds a birth, D- or H-number, synthetic ones included: a date that exists and both check digits right, in a run of
    /// exactly eleven digits, or in two of six and five with one space, no-break space, hyphen, dot or slash between them. FH-numbers carry
    /// no date and would be found in every hundredth number, so they are passed over.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="rule">The rule for the first check digit.</param>
    public static bool ContainsNationalId(ReadOnlySpan<char> text, CheckDigitRule rule = CheckDigitRule.Current)
    {
        while (text.Length >= NationalIdNumber.Length)
        {
            var start = text.IndexOfAnyInRange('0', '9');
            if (start < 0) return false;
            text = text[start..];

            var length = DigitsAtStart(text);
            if (length == NationalIdNumber.Length && IsNationalId(text[..length], rule)) return true;
            if (length == BirthDateDigits && StartsWithGroups(text, rule)) return true;
            text = text[length..];
        }

        return false;
    }

    /// <summary>Length of a number in two groups, with what stands between them.</summary>
    internal const int GroupedLength = BirthDateDigits + 1 + PersonDigits;

    /// <summary>Whether a text whose first run is of six digits begins with a number in two groups.</summary>
    internal static bool StartsWithGroups(ReadOnlySpan<char> text, CheckDigitRule rule = CheckDigitRule.Current)
    {
        if (text.Length < GroupedLength || text[BirthDateDigits] is not (' ' or '\u00A0' or '-' or '.' or '/')
            || DigitsAtStart(text[(BirthDateDigits + 1)..]) != PersonDigits)
        {
            return false;
        }

        Span<char> number = stackalloc char[NationalIdNumber.Length];
        text[..BirthDateDigits].CopyTo(number);
        text.Slice(BirthDateDigits + 1, PersonDigits).CopyTo(number[BirthDateDigits..]);
        return IsNationalId(number, rule);
    }

    /// <summary>Number of digits that a text begins with.</summary>
    internal static int DigitsAtStart(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
        return length;
    }

    /// <summary>Whether the whole value is such a number; a local user number (brukerNr) must not be one (rule I21).</summary>
    public static bool IsNationalId(ReadOnlySpan<char> value, CheckDigitRule rule = CheckDigitRule.Current)
    {
        if (value.Length != NationalIdNumber.Length) return false;
        var analysis = NationalIdNumber.Analyse(value);
        return analysis.DateValid && analysis.IsValid(rule);
    }
}
