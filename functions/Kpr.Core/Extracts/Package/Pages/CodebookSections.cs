using System.Globalization;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package.Pages;

/// <summary>What a codebook says to people, in one language; the page and the text to be read first say the same.</summary>
internal sealed class CodebookSections(Codebook codebook, PackageLanguage language)
{
    private static readonly CultureInfo Norwegian = Spaced();

    /// <summary>All of them, in order.</summary>
    public IEnumerable<CodebookSection> All() =>
        [About(), Population(), Tables(), .. codebook.Tables.SelectMany(Variables), Persons(), Quality(), Files(), .. UseOfIt()];

    /// <summary>The one of two texts that is in the language.</summary>
    public string Say(string norwegian, string english) => language == PackageLanguage.English ? english : norwegian;

    private CodebookSection About() => new(Say("Om uttrekket", "About the extract"))
    {
        Facts = Given(
            (Say("Sak", "Case"), codebook.Case),
            (Say("Bestilling", "Order"), codebook.Order),
            (Say("Prosjekt", "Project"), codebook.Project),
            (Say("Vedtak, versjon", "Decision, version"), Number(codebook.DecisionVersion)),
            (Say("Periode", "Period"), $"{Day(codebook.From)} – {Day(codebook.To)}"),
            (Say("Laget", "Made"), Day(DateOnly.FromDateTime(codebook.Made.UtcDateTime))),
            (Say("Dataansvarlig", "Controller"), codebook.Controller),
            (Say("Kontakt", "Contact"), codebook.Contact),
            (Say("Kan brukes til og med", "May be used until"), Day(codebook.EndsOn)),
            (Say("Skal være slettet innen", "To be deleted by"), Day(codebook.DeletionOn)),
            (Say("Variabelkatalog", "Variable catalogue"), codebook.Catalogue),
            (Say("Referansedata", "Reference data"), codebook.Reference),
            (Say("Registerets manifester", "Manifests of the register"), string.Join("; ", codebook.Manifests))),
    };

    private CodebookSection Population() => new(Say("Utvalg", "Population"))
    {
        Texts = [codebook.Population.In(language), Say($"Uttrekket gjelder {Number(codebook.Persons)} personer.", $"The extract is about {Number(codebook.Persons)} persons.")],
    };

    private CodebookSection Tables() => new(Say("Tabeller", "Tables"))
    {
        Texts = [Say(
            "Filene er tekst i UTF-8 med overskrift på første linje. Linjer slutter med linjeskift (LF). Verdier som inneholder skilletegn eller anførselstegn, står i anførselstegn. "
            + $"Skilletegn er {Separator()}. Tall har desimalpunktum, datoer skrives åååå-mm-dd. Tomt felt betyr at verdien mangler. Koder og nøkler er tekst, også når de ser ut som tall.",
            "Files are UTF-8 text with a header on the first line. Lines end with a line feed (LF). Values that hold a separator or a quotation mark stand in quotation marks. "
            + $"The separator is {Separator()}. Numbers have a decimal point, days are written yyyy-mm-dd. An empty field is a missing value. Codes and keys are text, even where they look like numbers.")],
        Columns = [Say("Tabell", "Table"), Say("En rad er", "A row is"), Say("#Rader", "#Rows"), Say("#Personer", "#Persons"), Say("#Helt like rader", "#Identical rows"), Say("Nøkkel", "Key"), Say("Hører til", "Belongs to")],
        Rows =
        [
            .. codebook.Tables.Select(table => (string[])
            [
                table.Table.Name, Say(table.Table.Norwegian, table.Table.English), Number(table.Rows), Number(table.Persons), Number(table.IdenticalRows),
                string.Join(", ", table.Table.PrimaryKey), table.Table.Parent is { } parent ? Say($"{parent.Key} ved {parent.Value}", $"{parent.Key} by {parent.Value}") : "",
            ]),
        ],
    };

    private IEnumerable<CodebookSection> Variables(CodebookTable table)
    {
        yield return new(Say($"Variabler i {table.Table.Name}", $"Variables of {table.Table.Name}"))
        {
            Columns =
            [
                Say("Navn", "Name"), Say("Innhold", "Content"), "Type", Say("Form", "Form"), Say("Enhet", "Unit"), Say("Kodeliste", "Code list"), Say("#Mangler", "#Missing"),
                Say("Variabel i katalogen", "Variable of the catalogue"),
            ],
            Rows =
            [
                .. table.Table.Columns.Select(column => (string[])
                [
                    column.Name, Say(column.Norwegian, column.English), column.Type, column.Form ?? "", column.Unit ?? "", column.CodeList ?? "",
                    Number(table.MissingIn(column.Name)), column.Variable ?? "",
                ]),
            ],
        };
        foreach (var column in table.Table.Columns.Where(column => column.Codes is { Count: > 0 }))
        {
            yield return new(Say($"Koder for {column.Name}", $"Codes of {column.Name}"))
            {
                Level = 3,
                IsOnlyOnPage = true,
                Columns = [Say("Kode", "Code"), Say("Betydning", "Meaning")],
                Rows = [.. column.Codes!.Select(code => (string[])[code.Key, code.Value])],
            };
        }
    }

    private CodebookSection Persons() => new(Say("Personer, nøkler og datoer", "Persons, keys and dates"))
    {
        Texts =
        [
            codebook.Keys == KeyMethod.LinkageSerials
                ? Say(
                    "Personer har løpenumre som er trukket tilfeldig for denne datakilden i denne koblingen. Den som kobler, bytter dem ut med prosjektets nøkler. "
                    + "Behandlere, virksomheter og rader har nøkler som er laget for dette prosjektet.",
                    "Persons have serial numbers drawn at random for this source in this linkage. The linker replaces them by keys of the project. "
                    + "Practitioners, practices and rows have keys made for this project.")
                : Say(
                    "Personer, behandlere og virksomheter har nøkler som er laget for dette prosjektet: en nøklet kontrollsum (HMAC-SHA-256, forkortet til 80 bit) under prosjektets egen hemmelighet, som bare registeret har. "
                    + "Samme person har samme nøkkel i alle tabeller og i senere leveranser til prosjektet, og en annen i alle andre prosjekter.",
                    "Persons, practitioners and practices have keys made for this project: a keyed hash (HMAC-SHA-256, cut to 80 bits) under a secret of the project's own, which only the register has. "
                    + "A person has the same key in all tables and in later deliveries to the project, and another in every other project."),
            Say(
                "Opplysningene er fortsatt personopplysninger. Det er ikke tillatt å prøve å finne ut hvem noen er.",
                "The data are still personal data. To try to find out who somebody is is not allowed."),
            codebook.Dates == DateTreatment.Shifted
                ? Say(
                    "Datoer er forskjøvet: alle datoer for en person er flyttet like mange dager, et helt antall uker som holdes hemmelig. Avstander mellom datoer og ukedager stemmer; årstid, måned og år gjør det ikke.",
                    "Dates are shifted: all dates of a person are moved by the same number of days, a whole number of weeks that is kept secret. Intervals and days of the week are right; season, month and year are not.")
                : Say("Datoer er ikke forskjøvet. De har den formen som står ved hver variabel.", "Dates are not shifted. They have the form that is told of each variable."),
            .. codebook.Coarsening.Select(text => text.In(language)),
        ],
    };

    private CodebookSection Quality() => new(Say("Kvalitet", "Quality"))
    {
        Texts =
        [
            codebook.Tables.Sum(table => table.IdenticalRows) is var identical && identical == 0
                ? Say("Ingen tabell har rader som er helt like.", "No table has rows that are identical.")
                : Say($"{Number(identical)} rader er helt like en annen rad i samme tabell. De er ikke fjernet.", $"{Number(identical)} rows are identical to another row of their table. They were not removed."),
            .. codebook.QualityNotes.Select(text => text.In(language)),
        ],
    };

    private CodebookSection Files() => new(Say("Filer", "Files"))
    {
        Columns = [Say("Fil", "File"), "#Byte", "SHA-256"],
        Rows = [.. codebook.Tables.Select(table => (string[])[table.File.Name, Number(table.File.Bytes), table.File.Sha256])],
    };

    private IEnumerable<CodebookSection> UseOfIt()
    {
        yield return new(Say("Åpne og kontrollere", "Open and check"))
        {
            Texts =
            [
                Say(
                    "Hver fil er kryptert for seg til mottakerens sertifikat (CMS, RFC 5652) og har endelsen .p7m. Den åpnes slik:", "Each file is encrypted for itself to the recipient's certificate (CMS, RFC 5652) and ends with .p7m. Open it like this:"),
                "openssl cms -decrypt -binary -stream -inform DER -in data.csv.p7m -inkey key.pem -recip certificate.pem -out data.csv",
                Say(
                    "Manifestet (manifest.json) er signert av registeret. Kontroller signaturen og kontrollsummene før dataene brukes:", "The manifest (manifest.json) is signed by the register. Check the signature and the sums before the data are used:"),
                "openssl cms -verify -binary -inform DER -in manifest.json.p7s -content manifest.json -CAfile register.pem -purpose any -out /dev/null",
                "sha256sum -c SHA256SUMS",
                Say(
                    "Skript som leser filene, ligger ved: read_data.R, read_data.py (pandas), read_data.sps (SPSS), read_data.do (Stata), read_data.sas (SAS). Maskinlesbar beskrivelse: datapackage.json.",
                    "Scripts that read the files are enclosed: read_data.R, read_data.py (pandas), read_data.sps (SPSS), read_data.do (Stata), read_data.sas (SAS). Machine-readable description: datapackage.json."),
            ],
        };
    }

    private string Separator() => codebook.Delimiter switch
    {
        ';' => Say("semikolon", "a semicolon"),
        '\t' => Say("tabulator", "a tab"),
        _ => Say("komma", "a comma"),
    };

    private string Number(long number) => number.ToString("N0", language == PackageLanguage.English ? CultureInfo.InvariantCulture : Norwegian);

    private string Day(DateOnly? day) => day?.ToString(Say("dd.MM.yyyy", "yyyy-MM-dd"), CultureInfo.InvariantCulture) ?? "";

    private static List<(string Name, string Value)> Given(params ReadOnlySpan<(string Name, string Value)> facts) => [.. facts.ToArray().Where(fact => fact.Value.Length > 0)];

    private static CultureInfo Spaced()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = "\u00a0";
        return culture;
    }
}
