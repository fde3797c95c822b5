namespace Kpr.Core.Invoices.Checking;

/// <summary>Check digits of the numbers that Peppol knows by scheme.</summary>
internal static class CheckDigits
{
    /// <summary>Norwegian organisation number: nine digits, modulus 11, weights 2 to 7 from the right.</summary>
    public static bool Norwegian(string value) =>
        value.Length == 9 && Digits(value) && value != "000000000" && Weighted(value, at => 2 + (at % 6)) is var sum && (11 - (sum % 11)) % 11 == value[^1] - '0';

    /// <summary>Global location number: digits, modulus 10, weights 3 and 1 from the right.</summary>
    public static bool Gln(string value) =>
        value.Length is > 1 and < 20 && Digits(value) && (10 - (Weighted(value, at => at % 2 == 0 ? 3 : 1) % 10)) % 10 == value[^1] - '0';

    /// <summary>Belgian enterprise number: ten digits, the last two modulus 97.</summary>
    public static bool Belgian(string value) => value.Length == 10 && Digits(value) && 97 - (int.Parse(value.AsSpan(0, 8), System.Globalization.CultureInfo.InvariantCulture) % 97)
        == int.Parse(value.AsSpan(8), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Danish CVR number: DK and eight digits.</summary>
    public static bool Danish(string value) => value.Length == 10 && value.StartsWith("DK", StringComparison.Ordinal) && Digits(value[2..]);

    /// <summary>Swedish organisation number: ten digits, Luhn.</summary>
    public static bool Swedish(string value) => value.Length == 10 && Kid.IsValid(value, KidRule.Mod10);

    /// <summary>Australian business number: eleven digits, modulus 89.</summary>
    public static bool Australian(string value)
    {
        ReadOnlySpan<int> weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
        if (value.Length != 11 || !Digits(value))
        {
            return false;
        }

        var sum = -10;
        for (var at = 0; at < weights.Length; at++) sum += (value[at] - '0') * weights[at];
        return sum % 89 == 0;
    }

    private static bool Digits(string value) => value.All(char.IsAsciiDigit);

    private static int Weighted(string value, Func<int, int> weight)
    {
        var sum = 0;
        for (var at = 0; at < value.Length - 1; at++) sum += (value[value.Length - 2 - at] - '0') * weight(at);
        return sum;
    }
}
