namespace Kpr.Core.Identity;

/// <summary>Organisation numbers (organisasjonsnummer) of the central register of units: nine digits, the last a check modulo 11 (rule I27).</summary>
public static class OrganisationNumber
{
    /// <summary>Characters in an organisation number.</summary>
    public const int Length = 9;

    /// <summary>
    /// Whether the value is an organisation number: nine ASCII digits, the first 8 or 9 (real) or 2 or 3 (test), the check digit right.
    /// One trailing zero is tolerated, since some journal systems write ten digits.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> value)
    {
        var number = Normalise(value);
        return number.Length == Length
            && AsciiDigits.Fill(number)
            && number[0] is '8' or '9' or '2' or '3'
            && CheckDigit(number) == number[8] - '0';
    }

    /// <summary>
    /// Whether a valid number begins with 2 or 3, as the numbers of test services are said to do. No public source confirms it, so it
    /// decides nothing by itself.
    /// </summary>
    public static bool IsTestSeries(ReadOnlySpan<char> value) => IsValid(value) && value[0] is '2' or '3';

    /// <summary>The nine digits without the tolerated trailing zero; any other value as it stands.</summary>
    public static ReadOnlySpan<char> Normalise(ReadOnlySpan<char> value) =>
        value.Length == Length + 1 && value[Length] == '0' ? value[..Length] : value;

    /// <summary>The check digit of the first eight digits (weights 3 2 7 6 5 4 3 2), or 10 where there is none.</summary>
    internal static int CheckDigit(ReadOnlySpan<char> digits)
    {
        ReadOnlySpan<byte> weights = [3, 2, 7, 6, 5, 4, 3, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (digits[i] - '0');
        return (11 - (sum % 11)) % 11;
    }
}
