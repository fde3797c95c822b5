using System.Text;

namespace Kpr.Core.Formats;

/// <summary>Money as whole øre, read exactly from decimal notation: never by way of a binary float.</summary>
public static class Ore
{
    /// <summary>Largest amount of one claim or tariff, in øre: ten billion kroner. Far above any real one; sums and packed facts stay exact.</summary>
    public const long Max = 1_000_000_000_000;

    private const int LongestText = 40;
    private const int MostDigits = 18;

    /// <summary>Reads an amount in kroner of JSON (RFC 8259, exponents allowed) as øre.</summary>
    /// <param name="text">The number's bytes.</param>
    /// <param name="ore">The amount in øre.</param>
    /// <returns>False when it is no number, has a value below one øre, or does not fit in 18 digits.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out long ore)
    {
        ore = 0;
        var negative = text.StartsWith("-"u8);
        var at = negative ? 1 : 0;
        long digits = 0;
        var count = 0;
        var scale = 0;
        var seen = false;
        var point = false;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.' && !point && seen)
            {
                point = true;
                seen = false;
                continue;
            }

            if (!char.IsAsciiDigit((char)c))
            {
                break;
            }

            seen = true;
            scale -= point ? 1 : 0;
            if (digits > 0 || c != '0')
            {
                if (++count > MostDigits)
                {
                    return false;
                }

                digits = (digits * 10) + c - '0';
            }
        }

        if (!seen || !TryExponent(text[at..], out var exponent) || !TryScale(ref digits, scale + exponent + 2))
        {
            return false;
        }

        ore = negative ? -digits : digits;
        return true;
    }

    /// <summary>Reads an amount in kroner of XML (xs:decimal, blanks around it collapsed) as øre.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long ore)
    {
        ore = 0;
        text = text.Trim(" \t\r\n");
        if (text.StartsWith('+'))
        {
            text = text[1..];
            if (text.StartsWith('-'))
            {
                return false;
            }
        }

        if (text.Length is 0 or > LongestText || text.ContainsAny('e', 'E') || !Ascii.IsValid(text))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[LongestText];
        var length = Encoding.ASCII.GetBytes(text, bytes);
        return TryParse(bytes[..length], out ore);
    }

    private static bool TryExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        exponent = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        var digits = text[1..];
        var negative = digits.StartsWith("-"u8);
        digits = negative || digits.StartsWith("+"u8) ? digits[1..] : digits;
        if (digits.Length is 0 or > 3 || digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0)
        {
            return false;
        }

        foreach (var c in digits)
        {
            exponent = (exponent * 10) + c - '0';
        }

        exponent = negative ? -exponent : exponent;
        return true;
    }

    private static bool TryScale(ref long digits, int power)
    {
        for (; power < 0 && digits != 0; power++)
        {
            if (digits % 10 != 0)
            {
                return false;
            }

            digits /= 10;
        }

        for (; power > 0 && digits != 0; power--)
        {
            if (digits > long.MaxValue / 10)
            {
                return false;
            }

            digits *= 10;
        }

        return true;
    }
}
