namespace Kpr.Core.Identity;

/// <summary>Finds national identity numbers where none may be (rules I21 and I28, and the last look at a delivery).</summary>
public static class IdentityScan
{
    /// <summary>
    /// Whether the text holds a run of exactly eleven digits that is a birth, D- or H-number, synthetic ones included: a date that exists and
    /// both check digits right. FH-numbers carry no date and would be found in every hundredth number, so they are passed over.
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

            var length = 1;
            while (length < text.Length && char.IsAsciiDigit(text[length])) length++;
            if (length == NationalIdNumber.Length && IsNationalId(text[..length], rule)) return true;
            text = text[length..];
        }

        return false;
    }

    /// <summary>Whether the whole value is such a number; a local user number (brukerNr) must not be one (rule I21).</summary>
    public static bool IsNationalId(ReadOnlySpan<char> value, CheckDigitRule rule = CheckDigitRule.Current)
    {
        if (value.Length != NationalIdNumber.Length) return false;
        var analysis = NationalIdNumber.Analyse(value);
        return analysis.DateValid && analysis.IsValid(rule);
    }
}
