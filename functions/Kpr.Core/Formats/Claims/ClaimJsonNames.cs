using Kpr.Core.Formats.Json;

namespace Kpr.Core.Formats.Claims;

/// <summary>The names of the JSON form. A member's number is its place here.</summary>
internal static class ClaimJsonNames
{
    /// <summary>Members of the message.</summary>
    public static JsonNames Message { get; } = new("praksisId", "behandlerkrav", "behandlerkravmelding");

    /// <summary>Members of behandlerkrav.</summary>
    public static JsonNames ClaimSet { get; } = new("avdeling", "navnEPJ", "reshId", "regninger", "antallRegninger", "belop");

    /// <summary>Members of a regning, in the order of <see cref="ClaimJsonMember"/>.</summary>
    public static JsonNames Claim { get; } = new(
        "guid", "korrigeringBetaltEgenandel", "betaltEgenandel", "kreditering", "regningsnummer", "tidspunkt", "debitor", "merknad", "pasient",
        "arsakFriEgenandel", "diagnoser", "sjeldenMedisinskTilstand", "henvisning", "utforendeBehandler", "relatertBehandler", "rekvirent",
        "moderasjonskode", "stonadspunkt", "prosedyrekoder", "nlkkoder", "norpatkoder", "ncrpkoder", "takster", "belop");

    /// <summary>Members of a pasient, in the order of <see cref="PatientJsonMember"/>.</summary>
    public static JsonNames Patient { get; } = new("etternavn", "fornavn", "kjonn", "trygdenasjon", "identifikasjon", "fodselsdato", "eea");

    /// <summary>Number and type.</summary>
    public static JsonNames Party { get; } = new("id", "type");

    /// <summary>Members of utforendeBehandler: the short form's number, the type or profession, and the long form's identity.</summary>
    public static JsonNames Practitioner { get; } = new("id", "type", "identifikasjon");

    /// <summary>Members of a henvisning.</summary>
    public static JsonNames Referral { get; } = new("dato", "id", "diagnoser", "henvistFra");

    /// <summary>Members of a rekvirent.</summary>
    public static JsonNames Requester { get; } = new("organisasjon", "hprNr");

    /// <summary>Members of a diagnose.</summary>
    public static JsonNames Diagnosis { get; } = new("kodeverk", "kode");

    /// <summary>Members of a takst.</summary>
    public static JsonNames Tariff { get; } = new("kode", "belop", "antall", "tenner");

    /// <summary>Members of the other codes; the laboratory codes have no system.</summary>
    public static JsonNames Item { get; } = new("kode", "belop", "antall", "kodeverk");

    /// <summary>Members of a laboratory code.</summary>
    public static JsonNames Laboratory { get; } = new("kode", "belop", "antall");

    /// <summary>Members of a tooth.</summary>
    public static JsonNames Tooth { get; } = new("tannkode");

    /// <summary>Members of eea, read without regard to case and with or without the prefix.</summary>
    public static string[] Eea { get; } =
        ["dok", "cardId", "id", "trygdekontorNavn", "trygdekontorNr", "gyldighetFra", "gyldighet", "utstedelsesdato"];
}
