namespace Kpr.Core.Identity;

/// <summary>
/// Type of an identity (typeID). Values 1–12 are the codes of national code list 9032, where 11 does not exist; the values from 100 on
/// occur only as letters in claims (lists 8116 and 8268).
/// </summary>
public enum IdentityType
{
    /// <summary>No type, or a code that is in none of the lists.</summary>
    None = 0,

    /// <summary>1, FNR: birth number (fødselsnummer).</summary>
    BirthNumber = 1,

    /// <summary>2, DNR: D-number.</summary>
    DNumber = 2,

    /// <summary>3, HNR: H-number, internal to one organisation.</summary>
    HNumber = 3,

    /// <summary>4, PNR: passport number (passnummer).</summary>
    Passport = 4,

    /// <summary>5, SEF: Swedish personal number.</summary>
    SwedishPersonalNumber = 5,

    /// <summary>6, DKF: Danish personal number.</summary>
    DanishPersonalNumber = 6,

    /// <summary>7, SSN: social security number.</summary>
    SocialSecurityNumber = 7,

    /// <summary>8, FPN: insurance policy number (forsikringspolise nummer).</summary>
    InsurancePolicy = 8,

    /// <summary>9, XXX: other (annet); in the municipal feeds a birth date ddmmyy (rule I08).</summary>
    Other = 9,

    /// <summary>10, DUF: number of the immigration authorities.</summary>
    Duf = 10,

    /// <summary>12, FHN: common help number (felles hjelpenummer).</summary>
    CommonHelpNumber = 12,

    /// <summary>UID: foreign identity (utenlandsk identifikasjon). Has no code in list 9032.</summary>
    ForeignIdentity = 100,

    /// <summary>HPR: number in the register of health personnel, for practitioners and referrers.</summary>
    Hpr = 101,
}
