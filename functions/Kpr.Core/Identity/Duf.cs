namespace Kpr.Core.Identity;

/// <summary>The immigration authorities' number (DUF-nummer): four digits of a year, a serial of six, a check of two (rule I05).</summary>
public static class Duf
{
    /// <summary>Characters in a DUF number.</summary>
    public const int Length = 12;

    /// <summary>Whether the value is twelve ASCII digits whose last two are the check of the first ten.</summary>
    public static bool IsValid(ReadOnlySpan<char> value) =>
        value.Length == Length
        && AsciiDigits.Fill(value)
        && ((value[10] - '0') * 10) + (value[11] - '0') == Check(value);

    /// <summary>The check (0–10, written with two digits) of the first ten digits: weights 4 6 3 2 4 6 3 2 7 5, modulo 11.</summary>
    internal static int Check(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<byte> weights = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (digits[i] - '0');
        return sum % 11;
    }
}
