namespace Kpr.Core.Formats.Claims;

/// <summary>What the fields of a claim are called in the form that it came in: findings name them so.</summary>
public sealed record ClaimFields(
    string Guid,
    string Number,
    string Time,
    string Refund,
    string Share,
    string Credit,
    string PaidCorrection,
    string Exemption,
    string Patient,
    string IdentityNumber,
    string IdentityType,
    string BirthDate,
    string Sex,
    string Diagnosis,
    string ReferralDate,
    string ReferralDiagnosis,
    string Tariff,
    string Count,
    string Practitioner,
    string Related,
    string Referrer,
    string Remark)
{
    /// <summary>Names of the XML form.</summary>
    public static ClaimFields Xml { get; } = new(
        "Guid", "RegningNr", "DatoTid", "Refusjon", "EgenandelHonorar", "Kreditering", "BetaltEgenandel", "KodeEgenandel",
        "Patient", "Id", "TypeId", "DateOfBirth", "Sex", "Diagnose", "HenvisningsDato", "HenvisningsDiagnose", "Takst", "Antall",
        "Behandlerident", "RelatertBehandler", "RelatertBehandler", "Merknad");

    /// <summary>Names of the JSON form.</summary>
    public static ClaimFields Json { get; } = new(
        "guid", "regningsnummer", "tidspunkt", "belop", "belop", "kreditering", "korrigeringBetaltEgenandel", "arsakFriEgenandel",
        "pasient", "identifikasjon.id", "identifikasjon.type", "fodselsdato", "kjonn", "diagnoser", "henvisning.dato",
        "henvisning.diagnoser", "takster", "antall", "utforendeBehandler", "relatertBehandler", "henvistFra", "merknad");

    /// <summary>Names of the monthly delivery.</summary>
    public static ClaimFields Delivery { get; } = new(
        "enkeltregningId", "regningsnummer", "dato", "refusjonOre", "egenandelOre", "krediterer", "egenandelStatus", "arsakFriEgenandel",
        "person", "fid", "typeID", "fodselsaar", "kjonn", "diagnose", "", "", "takst", "takst.antall", "behandlerHpr", "", "", "merknader");
}
