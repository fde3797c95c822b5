namespace Kpr.Core.Catalogue;

/// <summary>The pattern of ICD-10 codes (rules A36, K11). A code that fits the pattern need not exist.</summary>
public static class Icd10Pattern
{
    private const int MaxRest = 3;

    /// <summary>
    /// Whether the text is an upper-case letter, two digits and none to three more digits or upper-case letters, these with or without a full
    /// stop before them.
    /// </summary>
    public static bool IsCode(ReadOnlySpan<char> code)
    {
        if (code is not [>= 'A' and <= 'Z', >= '0' and <= '9', >= '0' and <= '9', .. var rest]) return false;
        if (rest is ['.', .. var afterStop])
        {
            if (afterStop.IsEmpty) return false;
            rest = afterStop;
        }

        if (rest.Length > MaxRest) return false;
        foreach (var c in rest)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
        }

        return true;
    }
}
