using System.Globalization;

namespace Kpr.Core.Invoices;

/// <summary>Customer identification for payments (kundeidentifikasjon, KID): 2 to 25 characters, the last a check digit.</summary>
public static class Kid
{
    /// <summary>Most characters.</summary>
    public const int MostCharacters = 25;

    /// <summary>Adds the check digit to digits.</summary>
    /// <param name="digits">1 to 24 ASCII digits.</param>
    /// <param name="rule">How it is computed.</param>
    public static string Make(string digits, KidRule rule) =>
        digits.Length is >= 1 and < MostCharacters && digits.All(char.IsAsciiDigit)
            ? digits + CheckDigit(digits, rule)
            : throw new ArgumentException("A KID is made of 1 to 24 digits.", nameof(digits));

    /// <summary>The KID of a document: two digits of the series, eight of the number, a check digit.</summary>
    /// <param name="series">10 to 99: series that share an account have different ones.</param>
    /// <param name="number">The document's number, up to eight digits.</param>
    /// <param name="rule">How the check digit is computed.</param>
    public static string Of(int series, long number, KidRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 99_999_999);
        return Make(string.Create(CultureInfo.InvariantCulture, $"{series:00}{number:00000000}"), rule);
    }

    /// <summary>Whether it is a KID by either rule.</summary>
    public static bool IsValid(string kid) => IsValid(kid, KidRule.Mod10) || IsValid(kid, KidRule.Mod11);

    /// <summary>Whether it is a KID by a rule.</summary>
    public static bool IsValid(string kid, KidRule rule) =>
        kid.Length is >= 2 and <= MostCharacters && kid.AsSpan(0, kid.Length - 1).IndexOfAnyExceptInRange('0', '9') < 0 && CheckDigit(kid.AsSpan(0, kid.Length - 1), rule) == kid[^1];

    private static char CheckDigit(ReadOnlySpan<char> digits, KidRule rule)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[digits.Length - 1 - at] - '0';
            sum += rule == KidRule.Mod11 ? digit * (2 + (at % 6)) : at % 2 != 0 ? digit : digit > 4 ? (2 * digit) - 9 : 2 * digit;
        }

        var modulus = rule == KidRule.Mod11 ? 11 : 10;
        var check = (modulus - (sum % modulus)) % modulus;
        return check == 10 ? '-' : (char)('0' + check);
    }
}
