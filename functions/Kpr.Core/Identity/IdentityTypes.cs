namespace Kpr.Core.Identity;

/// <summary>Codes, letters and names of <see cref="IdentityType"/>.</summary>
public static class IdentityTypes
{
    /// <summary>Reads a code of list 9032: 1–10 or 12, without leading zeros or blanks.</summary>
    public static bool TryParseCode(ReadOnlySpan<char> code, out IdentityType type)
    {
        type = code switch
        {
            [>= '1' and <= '9' and var digit] => (IdentityType)(digit - '0'),
            "10" => IdentityType.Duf,
            "12" => IdentityType.CommonHelpNumber,
            _ => IdentityType.None,
        };
        return type != IdentityType.None;
    }

    /// <summary>Reads the letters used in claims (lists 8116 and 8268), upper case as they are defined.</summary>
    public static bool TryParseLetters(ReadOnlySpan<char> letters, out IdentityType type)
    {
        type = letters switch
        {
            "FNR" => IdentityType.BirthNumber,
            "DNR" => IdentityType.DNumber,
            "HNR" => IdentityType.HNumber,
            "PNR" => IdentityType.Passport,
            "SEF" => IdentityType.SwedishPersonalNumber,
            "DKF" => IdentityType.DanishPersonalNumber,
            "SSN" => IdentityType.SocialSecurityNumber,
            "FPN" => IdentityType.InsurancePolicy,
            "XXX" => IdentityType.Other,
            "DUF" => IdentityType.Duf,
            "FHN" => IdentityType.CommonHelpNumber,
            "UID" => IdentityType.ForeignIdentity,
            "HPR" => IdentityType.Hpr,
            _ => IdentityType.None,
        };
        return type != IdentityType.None;
    }

    /// <summary>The letters used in claims; empty for <see cref="IdentityType.None"/>.</summary>
    public static string Letters(this IdentityType type) => type switch
    {
        IdentityType.BirthNumber => "FNR",
        IdentityType.DNumber => "DNR",
        IdentityType.HNumber => "HNR",
        IdentityType.Passport => "PNR",
        IdentityType.SwedishPersonalNumber => "SEF",
        IdentityType.DanishPersonalNumber => "DKF",
        IdentityType.SocialSecurityNumber => "SSN",
        IdentityType.InsurancePolicy => "FPN",
        IdentityType.Other => "XXX",
        IdentityType.Duf => "DUF",
        IdentityType.CommonHelpNumber => "FHN",
        IdentityType.ForeignIdentity => "UID",
        IdentityType.Hpr => "HPR",
        _ => "",
    };

    /// <summary>The Norwegian name, for messages to users.</summary>
    public static string NorwegianName(this IdentityType type) => type switch
    {
        IdentityType.BirthNumber => "fødselsnummer",
        IdentityType.DNumber => "D-nummer",
        IdentityType.HNumber => "H-nummer",
        IdentityType.Passport => "passnummer",
        IdentityType.SwedishPersonalNumber => "svensk personnummer",
        IdentityType.DanishPersonalNumber => "dansk personnummer",
        IdentityType.SocialSecurityNumber => "social security number",
        IdentityType.InsurancePolicy => "forsikringspolisenummer",
        IdentityType.Other => "annet",
        IdentityType.Duf => "DUF-nummer",
        IdentityType.CommonHelpNumber => "felles hjelpenummer",
        IdentityType.ForeignIdentity => "utenlandsk identifikasjon",
        IdentityType.Hpr => "HPR-nummer",
        _ => "ukjent",
    };

    /// <summary>Whether a number of this type yields a person key: birth number, D-number and DUF only (rule I07).</summary>
    public static bool YieldsPersonKey(this IdentityType type) =>
        type is IdentityType.BirthNumber or IdentityType.DNumber or IdentityType.Duf;

    /// <summary>
    /// The type whose numbers have this shape, to compare with the type that was sent (rule I12); <see cref="IdentityType.None"/> for
    /// <see cref="NumberShape.NotANumber"/>.
    /// </summary>
    /// <param name="shape">Shape of the number.</param>
    /// <param name="navMonth40">Whether month + 40 marks NAV's test people here, whose numbers are birth numbers, instead of H-numbers.</param>
    public static IdentityType TypeOf(NumberShape shape, bool navMonth40 = false) => shape switch
    {
        NumberShape.HNumber when navMonth40 => IdentityType.BirthNumber,
        NumberShape.BirthNumber => IdentityType.BirthNumber,
        NumberShape.DNumber => IdentityType.DNumber,
        NumberShape.HNumber => IdentityType.HNumber,
        NumberShape.FhNumber => IdentityType.CommonHelpNumber,
        NumberShape.Duf => IdentityType.Duf,
        _ => IdentityType.None,
    };
}
