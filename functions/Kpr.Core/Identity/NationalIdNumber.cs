using System.Runtime.CompilerServices;

namespace Kpr.Core.Identity;

/// <summary>
/// Reads birth numbers (fødselsnummer), D-, H- and FH-numbers and DUF numbers. Allocates nothing. Rules: the tax authority's description of
/// national identity numbers, with the first check digit's wider rule from 1 January 2032; rules I03–I05, I09–I13.
/// </summary>
public static class NationalIdNumber
{
    /// <summary>Characters in birth, D-, H- and FH-numbers.</summary>
    public const int Length = 11;

    /// <summary>Analyses a value as it stands. No character is stripped: a blank makes it <see cref="NumberShape.NotANumber"/>.</summary>
    public static NationalIdAnalysis Analyse(ReadOnlySpan<char> value)
    {
        if (!AsciiDigits.Fill(value))
            return new NationalIdAnalysis(value.Length, allDigits: false);

        return value.Length switch
        {
            Length => AnalyseEleven(value),
            Duf.Length => AnalyseDuf(value),
            _ => new NationalIdAnalysis(value.Length, allDigits: true),
        };
    }

    private static NationalIdAnalysis AnalyseDuf(ReadOnlySpan<char> value)
    {
        var verdict = Duf.IsValid(value) ? CheckDigitVerdict.Valid : CheckDigitVerdict.Invalid;
        return new NationalIdAnalysis(value.Length, allDigits: true)
        {
            Shape = NumberShape.Duf,
            FirstCheckDigit = verdict,
            SecondCheckDigit = verdict,
        };
    }

    private static NationalIdAnalysis AnalyseEleven(ReadOnlySpan<char> value)
    {
        var first = FirstRemainder(value) switch
        {
            0 => CheckDigitVerdict.Valid,
            <= 3 => CheckDigitVerdict.RelaxedOnly,
            _ => CheckDigitVerdict.Invalid,
        };
        var second = SecondRemainder(value) == 0 ? CheckDigitVerdict.Valid : CheckDigitVerdict.Invalid;

        if (value[0] >= '8')
        {
            return new NationalIdAnalysis(Length, allDigits: true)
            {
                Shape = NumberShape.FhNumber,
                FirstCheckDigit = first,
                SecondCheckDigit = second,
            };
        }

        var isD = value[0] >= '4';
        var day = Pair(value, 0) - (isD ? 40 : 0);
        var (month, synthetic) = SplitMonth(Pair(value, 2));
        var year = Pair(value, 4);
        var individual = (Digit(value, 6) * 100) + (Digit(value, 7) * 10) + Digit(value, 8);

        // 20yy is a leap year whenever some century's yy is, so it stands for "some century" below.
        var dateInSomeCentury = DateExists(2000 + year, month, day);
        var fullYear = isD ? 0 : FullYear(year, individual);
        var dateValid = isD ? dateInSomeCentury : fullYear != 0 && DateExists(fullYear, month, day);
        var holds = dateValid && first == CheckDigitVerdict.Valid && second == CheckDigitVerdict.Valid;

        return new NationalIdAnalysis(Length, allDigits: true)
        {
            Shape = ShapeOf(isD, synthetic),
            Synthetic = synthetic,
            DateValid = dateValid,
            FirstCheckDigit = first,
            SecondCheckDigit = second,
            BirthDayNumber = holds && !isD ? new DateOnly(fullYear, month, day).DayNumber : 0,
            Sex = !holds ? Sex.Unknown : individual % 2 == 0 ? Sex.Female : Sex.Male,
            IsPlaceholder = !holds && dateInSomeCentury && value[6..] is "00100" or "00200" or "55555" or "99999",
        };
    }

    private static NumberShape ShapeOf(bool isD, SyntheticSeries synthetic) =>
        isD ? NumberShape.DNumber : synthetic == SyntheticSeries.NavMonth40 ? NumberShape.HNumber : NumberShape.BirthNumber;

    private static (int Month, SyntheticSeries Series) SplitMonth(int written) => written switch
    {
        >= 81 and <= 92 => (written - 80, SyntheticSeries.Tenor),
        >= 66 and <= 77 => (written - 65, SyntheticSeries.Month65),
        >= 41 and <= 52 => (written - 40, SyntheticSeries.NavMonth40),
        _ => (written, SyntheticSeries.None),
    };

    /// <summary>The full year of birth from two digits and the individual number, or 0 where no series fits.</summary>
    internal static int FullYear(int twoDigits, int individual) => individual switch
    {
        < 500 => 1900 + twoDigits,
        _ when twoDigits < 40 => 2000 + twoDigits,
        < 750 when twoDigits >= 54 => 1800 + twoDigits,
        >= 900 => 1900 + twoDigits,
        _ => 0,
    };

    private static bool DateExists(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));

    /// <summary>Weighted sum of the first nine digits and the first check digit, modulo 11.</summary>
    internal static int FirstRemainder(ReadOnlySpan<char> n) =>
        ((3 * Digit(n, 0)) + (7 * Digit(n, 1)) + (6 * Digit(n, 2)) + Digit(n, 3) + (8 * Digit(n, 4))
            + (9 * Digit(n, 5)) + (4 * Digit(n, 6)) + (5 * Digit(n, 7)) + (2 * Digit(n, 8)) + Digit(n, 9)) % 11;

    /// <summary>Weighted sum of all eleven digits, modulo 11.</summary>
    internal static int SecondRemainder(ReadOnlySpan<char> n) =>
        ((5 * Digit(n, 0)) + (4 * Digit(n, 1)) + (3 * Digit(n, 2)) + (2 * Digit(n, 3)) + (7 * Digit(n, 4)) + (6 * Digit(n, 5))
            + (5 * Digit(n, 6)) + (4 * Digit(n, 7)) + (3 * Digit(n, 8)) + (2 * Digit(n, 9)) + Digit(n, 10)) % 11;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit(ReadOnlySpan<char> n, int at) => n[at] - '0';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Pair(ReadOnlySpan<char> n, int at) => (10 * Digit(n, at)) + Digit(n, at + 1);
}
