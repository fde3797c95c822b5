namespace Kpr.Core.Identity;

/// <summary>What kind of number a value looks like, from its length and its first three digits alone. Says nothing of validity.</summary>
public enum NumberShape
{
    /// <summary>Not 11 or 12 ASCII digits. Blanks, also leading and trailing ones, end here: nothing is stripped.</summary>
    NotANumber = 0,

    /// <summary>11 digits, first digit 0–3: birth number (fødselsnummer), also the synthetic months + 65 and + 80.</summary>
    BirthNumber,

    /// <summary>11 digits, first digit 4–7: D-number (D-nummer), the day is raised by 40.</summary>
    DNumber,

    /// <summary>11 digits, month 41–52: H-number (H-nummer), internal to one organisation; shares its range with NAV's test numbers.</summary>
    HNumber,

    /// <summary>11 digits, first digit 8 or 9: common help number (felles hjelpenummer), without birth date and sex.</summary>
    FhNumber,

    /// <summary>12 digits: DUF number of the immigration authorities.</summary>
    Duf,
}
