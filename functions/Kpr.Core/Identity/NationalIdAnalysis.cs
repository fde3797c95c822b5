namespace Kpr.Core.Identity;

/// <summary>
/// All that can be read from a national identity number without asking a register. Holds no digits of the number but the birth date;
/// <see cref="ToString"/> tells neither.
/// </summary>
public readonly record struct NationalIdAnalysis
{
    private readonly int _birthDay;

    internal NationalIdAnalysis(int length, bool allDigits)
    {
        Length = length;
        AllDigits = allDigits;
    }

    /// <summary>Number of characters judged, blanks counted.</summary>
    public int Length { get; }

    /// <summary>Whether there is at least one character and all are ASCII digits.</summary>
    public bool AllDigits { get; }

    /// <summary>The kind of number the value looks like.</summary>
    public NumberShape Shape { get; internal init; }

    /// <summary>The synthetic series the month points to.</summary>
    public SyntheticSeries Synthetic { get; internal init; }

    /// <summary>
    /// Whether day, month and individual number name a date that exists. False for the shapes that carry no date (FH, DUF).
    /// For D-numbers, whose century cannot be known, the date need only exist in some year with these two digits.
    /// </summary>
    public bool DateValid { get; internal init; }

    /// <summary>The first check digit. For DUF, which has one check of two digits, the same as <see cref="SecondCheckDigit"/>.</summary>
    public CheckDigitVerdict FirstCheckDigit { get; internal init; }

    /// <summary>The second check digit; never <see cref="CheckDigitVerdict.RelaxedOnly"/>.</summary>
    public CheckDigitVerdict SecondCheckDigit { get; internal init; }

    /// <summary>
    /// Birth date as the number tells it, where number and check digits hold under the current rule. Null for D-numbers and for numbers
    /// of the 2032 rule. The number is not a safe source for the birth date: use it for comparison only.
    /// </summary>
    public DateOnly? BirthDate => _birthDay == 0 ? null : DateOnly.FromDayNumber(_birthDay);

    /// <summary>Sex as the number tells it; unknown where the number does not hold, for numbers of the 2032 rule, FH-numbers and DUF.</summary>
    public Sex Sex { get; internal init; }

    /// <summary>
    /// One of the endings 00100, 00200, 55555 and 99999 behind a date, used by journal systems for people without a number (rule I13),
    /// on a value that is not valid under the current rule. Where the 2032 rule is in force, ask <see cref="IsValid"/> first.
    /// </summary>
    public bool IsPlaceholder { get; internal init; }

    internal int BirthDayNumber { init => _birthDay = value; }

    /// <summary>Whether the value is a number of its <see cref="Shape"/>: date, where there is one, and check digits hold.</summary>
    /// <param name="rule">The rule for the first check digit.</param>
    public bool IsValid(CheckDigitRule rule = CheckDigitRule.Current) =>
        SecondCheckDigit == CheckDigitVerdict.Valid
        && (FirstCheckDigit == CheckDigitVerdict.Valid
            || (FirstCheckDigit == CheckDigitVerdict.RelaxedOnly && rule == CheckDigitRule.From2032))
        && (DateValid || Shape is NumberShape.FhNumber or NumberShape.Duf);

    /// <summary>Whether the number belongs to made-up people (rules I09, I10).</summary>
    /// <param name="navMonth40">Whether month + 40 counts as synthetic here; otherwise it is an H-number.</param>
    public bool IsSynthetic(bool navMonth40 = false) =>
        Synthetic is SyntheticSeries.Tenor or SyntheticSeries.Month65 || (navMonth40 && Synthetic == SyntheticSeries.NavMonth40);

    /// <summary>Shape, series and verdicts; never the birth date.</summary>
    public override string ToString() =>
        $"{Shape}, synthetic {Synthetic}, date {(DateValid ? "valid" : "invalid")}, check digits {FirstCheckDigit} {SecondCheckDigit}";
}
