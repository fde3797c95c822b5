using Kpr.Core.Extracts.Keys;

namespace Kpr.Core.Extracts.Orders;

/// <summary>How a list that stands as one text in a column becomes a table of its own.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Variable">The column.</param>
/// <param name="Table">Name of the table.</param>
/// <param name="Norwegian">What a row is, in Norwegian.</param>
/// <param name="English">What a row is, in English.</param>
/// <param name="Fields">The parts of an item, in order.</param>
internal sealed record ListShape(string Dataset, string Variable, string Table, string Norwegian, string English, IReadOnlyList<ListField> Fields)
{
    private static readonly ListField System = new("kodeverk", '\0', "Kodeverk", "Code system");
    private static readonly ListField Code = new("kode", ':', "Kode", "Code");
    private static readonly ListField Count = new("antall", '*', "Antall", "Count") { Type = "integer" };
    private static readonly ListField Amount = new("belopOre", '@', "Beløp i øre", "Amount") { Type = "integer", Unit = "øre" };

    /// <summary>Name of the column that numbers the rows of a list.</summary>
    public const string Number = "kodeNr";

    /// <summary>The lists of all datasets.</summary>
    public static IReadOnlyList<ListShape> All { get; } =
    [
        new("claims", "diagnoser", "diagnose", "Diagnoser", "Diagnoses", Diagnosis()) { FirstMayLack = true, Filtered = 1, HasMain = true, Beside = "diagnoseNumre" },
        new("claims", "henvisningDiagnoser", "henvisningsdiagnose", "Diagnoser i henvisningen", "Diagnoses of the referral", Diagnosis()) { FirstMayLack = true, Filtered = 1 },
        new("claims", "takster", "takst", "Takster", "Tariffs", [new("takstKode", '\0', "Takst", "Tariff"), Count, Amount])
        {
            Beside = "takstEgenandeler", BesideField = new("egenandelOre", '\0', "Egenandel i øre", "Patient's share") { Type = "integer", Unit = "øre" },
        },
        Items("nlkkoder", "laboratoriekode", "Laboratoriekoder", "Laboratory codes"),
        Items("prosedyrekoder", "prosedyrekode", "Prosedyrekoder", "Procedure codes"),
        Items("norpatkoder", "norpatkode", "NORPAT-koder", "NORPAT codes"),
        Items("ncrpkoder", "ncrpkode", "NCRP-koder", "NCRP codes"),
        new("claims", "tenner", "tann", "Tenner og områder", "Teeth and areas", [new("tann", '\0', "Tann eller område (ISO 3950 med flate)", "Tooth or area (ISO 3950 with surface)")]),
        new("claims", "merknader", "merknad", "Merknader fra kontrollen i KUHR", "Remarks of the control in KUHR", [new("merknad", '\0', "Merknadens nummer", "Number of the remark")]),
        new("care-report", "deltakelse", "deltakelse", "Bistand til deltakelse", "Help to take part",
            [new("type", '\0', "Type deltakelse", "Type") { CodeList = "9163" }, new("behov", ':', "Behov", "Need")]),
        new("care-report", "diagnoser", "rapportdiagnose", "Diagnoser", "Diagnoses", [.. Diagnosis(), new("dato", '@', "Dato", "Day") { Type = "date" }]) { FirstMayLack = true, Filtered = 1, HasMain = true },
        new("care-report", "kartlegginger", "kartlegging", "Kartlegging av funksjon", "Assessments of function",
            [
                new("dato", '\0', "Dato", "Day") { Type = "date" }, new("variabel", '*', "Funksjonsvariabel", "Variable of function") { CodeList = "9111", IsRepeated = true },
                new("skaar", ':', "Skår", "Score") { IsRepeated = true },
            ]) { Filtered = 1 },
        new("care-report", "saker", "sak", "Saker", "Cases",
            [
                new("sak_lnr", '\0', "Sakens nøkkel i prosjektet", "Key of the case in the project") { Key = KeyKind.Matter, IsLocal = true },
                new("hendelse", ':', "Hendelse i saken", "Event") { CodeList = "9169" }, new("dato", ':', "Dato", "Day") { Type = "date" },
                new("utfall", ':', "Utfall", "Outcome"), new("tjenesteType", ':', "Tjenestetype", "Type of service") { CodeList = "9151" },
            ]) { Filtered = 4 },
        new("care-report", "tjenester", "tjeneste", "Tjenester", "Services",
            [
                new("tjenesteID", '\0', "", "") { IsHidden = true },
                new("sak_lnr", ':', "Sakens nøkkel i prosjektet", "Key of the case in the project") { Key = KeyKind.Matter, IsLocal = true },
                new("tjenesteType", ':', "Tjenestetype", "Type of service") { CodeList = "9151" },
                new("startdato", ':', "Startdato", "First day") { Type = "date" }, new("sluttdato", ':', "Sluttdato", "Last day") { Type = "date" },
                new("timer", ':', "Timer per uke", "Hours a week") { Type = "number", Unit = "h/week" },
                new("tjenesteyter_lnr", ':', "Tjenesteyterens nøkkel i prosjektet", "Key of the provider in the project") { Key = KeyKind.Organisation },
                new("rullering", ':', "Rullerende avlastning", "Rolling relief"),
            ]) { Filtered = 2 },
        new("care-report", "tvang", "tvangsvedtak", "Vedtak om tvang", "Decisions on coercion",
            [new("type", '\0', "Type tvang", "Type") { CodeList = "9157" }, new("fra", ':', "Fra", "From") { Type = "date" }, new("til", ':', "Til", "To") { Type = "date" }]),
        new("school-health", "deltakere", "deltaker", "Deltakere", "Participants", [new("deltaker", '\0', "Deltaker", "Participant") { CodeList = "8425" }]),
        new("school-health", "helsepersoner", "helseperson", "Helsepersonell", "Health workers",
            [
                new("profesjon", '\0', "Profesjon", "Profession") { CodeList = "8401" }, new("spesialist", ':', "Spesialist", "Specialist"), new("rolle", ':', "Rolle", "Role"),
                new("behandler_lnr", ':', "Helsepersonens nøkkel i prosjektet", "Key of the health worker in the project") { Key = KeyKind.Practitioner },
            ]),
        new("school-health", "malinger", "maling", "Målinger", "Measurements",
            [
                new("type", '\0', "Type måling", "Type") { IsFree = true }, new("kodeverk", ':', "Kodeverk", "Code system") { IsFree = true }, new("kodet", ':', "Kodet type", "Coded type"),
                new("tid", '@', "Når det ble målt", "When it was measured") { Type = "datetime" },
                new("resultatNr", '*', "Resultatets nummer", "Number of the result") { IsRepeated = true, IsFree = true }, new("verdi", ':', "Verdi", "Value") { IsRepeated = true, IsFree = true },
                new("enhet", ':', "Enhet", "Unit") { IsRepeated = true, IsFree = true },
            ]),
        new("school-health", "enheter", "enhet", "Enheter", "Units",
            [
                new("type", '\0', "Type enhet", "Type") { CodeList = "8476" },
                new("enhet_lnr", ':', "Enhetens nøkkel i prosjektet", "Key of the unit in the project") { Key = KeyKind.Unit, IsLocal = true },
            ]),
    ];

    /// <summary>Whether an item without a colon has no first part: a code without its system.</summary>
    public bool FirstMayLack { get; init; }

    /// <summary>Place of the part that filters ask for.</summary>
    public int Filtered { get; init; }

    /// <summary>Whether the first item is the main one.</summary>
    public bool HasMain { get; init; }

    /// <summary>A second column with a value for each item; null for none.</summary>
    public string? Beside { get; init; }

    /// <summary>What becomes of the second column: a column; null where it numbers the items.</summary>
    public ListField? BesideField { get; init; }

    /// <summary>Place of the part that is a code of diagnosis, which has chapters; -1 for none.</summary>
    public int Diagnoses => FirstMayLack && Fields[1].Name == "diagnoseKode" ? 1 : -1;

    /// <summary>The list of a column; null where it has none.</summary>
    public static ListShape? Of(string dataset, string variable) => All.FirstOrDefault(shape => shape.Dataset == dataset && shape.Variable == variable);

    /// <summary>The list that a column stands beside; null for none.</summary>
    public static ListShape? OfBeside(string dataset, string variable) => All.FirstOrDefault(shape => shape.Dataset == dataset && shape.Beside == variable);

    private static ListField[] Diagnosis() => [new("diagnoseTabell", '\0', "Kodeverk", "Code system"), new("diagnoseKode", ':', "Diagnosekode", "Code of the diagnosis")];

    private static ListShape Items(string variable, string table, string norwegian, string english) =>
        new("claims", variable, table, norwegian, english, [System, Code, Count, Amount]) { FirstMayLack = true, Filtered = 1 };
}
