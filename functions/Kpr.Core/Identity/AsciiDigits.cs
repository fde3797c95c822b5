namespace Kpr.Core.Identity;

/// <summary>Digits 0–9 and no others: <see cref="char.IsDigit(char)"/> would also take Arabic and full-width digits.</summary>
internal static class AsciiDigits
{
    /// <summary>
    /// Whether there is at least one character and all are digits. A plain loop: on a dozen characters it is as fast as the vectorised
    /// search, and that one boxes its bounds until the runtime has optimised it.
    /// </summary>
    internal static bool Fill(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return !value.IsEmpty;
    }
}
