namespace Kpr.Core.Identity;

/// <summary>Numbers of the register of health personnel (HPR-nummer). They have no check digit (rule I26).</summary>
public static class HprNumber
{
    /// <summary>The most digits an HPR number has.</summary>
    public const int MaxLength = 9;

    /// <summary>Whether the value is one to nine ASCII digits and not zero.</summary>
    public static bool IsValid(ReadOnlySpan<char> value) =>
        value.Length is >= 1 and <= MaxLength && AsciiDigits.Fill(value) && value.TrimStart('0').Length > 0;
}
