using System.Globalization;

namespace Kpr.Core.Identity;

/// <summary>
/// Makes numbers of people who do not exist, the same for the same arguments. Birth and D-numbers always get month + 80, the tax authority's
/// test series, so none of them can be a real person's. The other kinds have no such mark and are for tests only. Where a serial has no
/// check digit (about one in six), or lies outside its range, the answer is null: take the next serial.
/// </summary>
public static class SyntheticIdentity
{
    private const int TenorMonth = 80;
    private const int HNumberMonth = 40;

    /// <summary>A birth number (fødselsnummer) with month + 80.</summary>
    /// <param name="birth">Birth date, 1854–2039.</param>
    /// <param name="sex">Male or female; anything else throws.</param>
    /// <param name="serial">From 0; 125 serials a day and sex for 1854–1899, 250 for 1900–1939 and 2000–2039, 300 for 1940–1999.</param>
    public static string? BirthNumber(DateOnly birth, Sex sex, int serial) =>
        IndividualNumber(birth.Year, sex, serial) is { } individual ? Compose(birth, 0, TenorMonth, individual, remainder: 0) : null;

    /// <summary>
    /// A birth number with month + 80 that holds only under the rule from 1 January 2032.
    /// </summary>
    /// <param name="birth">Birth date, 1854–2039.</param>
    /// <param name="serial">From 0, as for <see cref="BirthNumber"/>.</param>
    /// <param name="remainder">What the first weighted sum leaves: 1, 2 or 3.</param>
    public static string? BirthNumberFrom2032(DateOnly birth, int serial, int remainder)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(remainder, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(remainder, 3);
        return IndividualNumber(birth.Year, Sex.Female, serial) is { } individual
            ? Compose(birth, 0, TenorMonth, individual, remainder)
            : null;
    }

    /// <summary>A D-number (day + 40) with month + 80. Its century cannot be read back.</summary>
    /// <param name="birth">Birth date.</param>
    /// <param name="sex">Male or female; anything else throws.</param>
    /// <param name="serial">0–499.</param>
    public static string? DNumber(DateOnly birth, Sex sex, int serial) =>
        serial is >= 0 and < 500 ? Compose(birth, 40, TenorMonth, (2 * serial) + Odd(sex), remainder: 0) : null;

    /// <summary>An H-number (month + 40), internal to one organisation; the same range as NAV's test numbers.</summary>
    /// <param name="birth">Birth date, 1854–2039.</param>
    /// <param name="sex">Male or female; anything else throws.</param>
    /// <param name="serial">As for <see cref="BirthNumber"/>.</param>
    public static string? HNumber(DateOnly birth, Sex sex, int serial) =>
        IndividualNumber(birth.Year, sex, serial) is { } individual ? Compose(birth, 0, HNumberMonth, individual, remainder: 0) : null;

    /// <summary>A common help number (FH-nummer): first digit 8 or 9, no date, no sex.</summary>
    /// <param name="serial">0–199,999,999.</param>
    public static string? FhNumber(int serial)
    {
        if (serial is < 0 or > 199_999_999) return null;
        Span<char> digits = stackalloc char[NationalIdNumber.Length];
        Write(digits[..9], 800_000_000 + serial);
        return Finish(digits, remainder: 0);
    }

    /// <summary>A DUF number. It carries no mark of being synthetic.</summary>
    /// <param name="year">The year it begins with, 1000–9999.</param>
    /// <param name="serial">0–999,999.</param>
    public static string? DufNumber(int year, int serial)
    {
        if (year is < 1000 or > 9999 || serial is < 0 or > 999_999) return null;
        Span<char> digits = stackalloc char[Duf.Length];
        Write(digits[..4], year);
        Write(digits[4..10], serial);
        Write(digits[10..], Duf.Check(digits));
        return new string(digits);
    }

    /// <summary>An organisation number that begins with 80 or 90, with its check digit. It carries no mark of being synthetic.</summary>
    /// <param name="serial">0–1,999,999: the first million begins with 80, the second with 90.</param>
    public static string? OrganisationNumber(int serial)
    {
        if (serial is < 0 or > 1_999_999) return null;
        Span<char> digits = stackalloc char[Identity.OrganisationNumber.Length];
        Write(digits[..8], serial < 1_000_000 ? 80_000_000 + serial : 89_000_000 + serial);
        var check = Identity.OrganisationNumber.CheckDigit(digits);
        if (check == 10) return null;
        digits[8] = (char)('0' + check);
        return new string(digits);
    }

    /// <summary>An HPR number of nine digits, longer than those in use.</summary>
    /// <param name="serial">0–99,999,999.</param>
    public static string? HprNumber(int serial) =>
        serial is < 0 or > 99_999_999 ? null : (900_000_000 + serial).ToString(CultureInfo.InvariantCulture);

    private static int? IndividualNumber(int year, Sex sex, int serial)
    {
        if (serial < 0) return null;
        var at = (2L * serial) + Odd(sex);
        return year switch
        {
            >= 1854 and <= 1899 when at < 250 => 500 + (int)at,
            >= 1900 and <= 1999 when at < 500 => (int)at,
            >= 1940 and <= 1999 when at < 600 => 400 + (int)at,
            >= 2000 and <= 2039 when at < 500 => 500 + (int)at,
            _ => null,
        };
    }

    private static int Odd(Sex sex) => sex switch
    {
        Sex.Male => 1,
        Sex.Female => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(sex), sex, "A number is either male or female."),
    };

    private static string? Compose(DateOnly birth, int addToDay, int addToMonth, int individual, int remainder)
    {
        Span<char> digits = stackalloc char[NationalIdNumber.Length];
        Write(digits[..2], birth.Day + addToDay);
        Write(digits[2..4], birth.Month + addToMonth);
        Write(digits[4..6], birth.Year % 100);
        Write(digits[6..9], individual);
        return Finish(digits, remainder);
    }

    /// <summary>Fills in the two check digits so that the first weighted sum leaves <paramref name="remainder"/>.</summary>
    private static string? Finish(Span<char> digits, int remainder)
    {
        digits[9] = digits[10] = '0';
        var first = (11 + remainder - NationalIdNumber.FirstRemainder(digits)) % 11;
        if (first == 10) return null;
        digits[9] = (char)('0' + first);
        var second = (11 - NationalIdNumber.SecondRemainder(digits)) % 11;
        if (second == 10) return null;
        digits[10] = (char)('0' + second);
        return new string(digits);
    }

    private static void Write(Span<char> into, int number)
    {
        for (var i = into.Length - 1; i >= 0; i--, number /= 10) into[i] = (char)('0' + (number % 10));
    }
}
