namespace Kpr.Core.Catalogue.Loading;

/// <summary>The tables that a set of reference data consists of (docs/reference-data.md).</summary>
public static class ReferenceTables
{
    private static readonly string[] Validity = ["valid_from", "valid_to"];

    /// <summary>Municipalities with mergers, splits and renumberings.</summary>
    public static TableForm Municipalities { get; } =
        new("kommuner.csv", ["kommunenr", "navn", "valid_from", "valid_to", "successors", "end_reason"], ["note"]);

    /// <summary>Codes that stand for a home municipality without being one.</summary>
    public static TableForm SpecialHomeCodes { get; } =
        new("kommuner_special.csv", ["code", "meaning", "use", "valid_from", "valid_to", "home_municipality"], ["note"]);

    /// <summary>City districts.</summary>
    public static TableForm Districts { get; } =
        new("bydeler.csv", ["kommunenr", "bydelsnr", "navn", "valid_from", "valid_to", "successor"], ["note"]);

    /// <summary>National code lists.</summary>
    public static TableForm CodeLists { get; } = new("kodeverk.csv", ["list_oid_suffix", "code", "name_no", "name_en"], ["source", .. Validity]);

    /// <summary>Code lists, and codes of lists, that XPR 56.0.0 brings and the national ones do not have.</summary>
    public static TableForm XprCodeLists { get; } = CodeLists with { File = "kodeverk_xpr56.csv" };

    /// <summary>Service types with their rules.</summary>
    public static TableForm ServiceTypes { get; } = new(
        "tjenestetype_rules.csv",
        ["code", "group", "amount_unit", "orgnr_M_O_F", "valid_from", "valid_to", "expired_in_event_format_56", "first_wave", "name_no_outside_9151"],
        ["note"]);

    /// <summary>Practice types of the claims system.</summary>
    public static TableForm PracticeTypes { get; } = new("praksistyper.csv", ["praksistype", "navn", "fagomraade", "kpr_service_fill_in"], Validity);

    /// <summary>Senders: municipality and organisation numbers (F07).</summary>
    public static TableForm Senders { get; } = new("senders.csv", ["sender"], ["name", .. Validity], IsOptional: true);

    /// <summary>ICPC-2, licensed: loaded by the operator.</summary>
    public static TableForm Icpc2 { get; } = new("icpc2.csv", ["kode", "tittel", "valid_from", "valid_to", "kapittel", "kjonn"], ["note"], IsOptional: true);

    /// <summary>ICD-10, large: loaded by the operator.</summary>
    public static TableForm Icd10 { get; } = Icpc2 with { File = "icd10.csv" };

    /// <summary>Tariffs (takster), large: loaded by the operator.</summary>
    public static TableForm Tariffs { get; } = new(
        "takster.csv",
        [
            "takstkode", "fagomraade", "valid_from", "valid_to", "honorar_ore", "refusjon_ore", "egenandel_ore", "max_repeats", "forbidden_with",
            "requires_tariff", "requires_procedure", "requires_diagnosis",
        ],
        ["navn", "note"],
        IsOptional: true);

    /// <summary>Issuers of enterprise certificates, and withdrawn certificates (F05, F06).</summary>
    public static TableForm Trust { get; } = new("sertifikater.csv", ["slag", "verdi"], ["navn", .. Validity], IsOptional: true);

    /// <summary>All tables.</summary>
    public static IReadOnlyList<TableForm> All { get; } =
        [Municipalities, SpecialHomeCodes, Districts, CodeLists, XprCodeLists, ServiceTypes, PracticeTypes, Senders, Icpc2, Icd10, Tariffs, Trust];

    /// <summary>The table of a file name, exactly as written; null when there is none.</summary>
    public static TableForm? Find(string file) => All.FirstOrDefault(form => form.File == file);
}
