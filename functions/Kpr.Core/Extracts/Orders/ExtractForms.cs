using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Extracts.Keys;
using Kpr.Core.Extracts.Planning;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Extracts.Orders;

/// <summary>Makes columns of extracts of catalogue variables, in the forms that the catalogue lists. Codes of coarser forms are those of the register's tables.</summary>
/// <param name="reference">The reference data.</param>
/// <param name="source">The dataset.</param>
/// <param name="from">First day of the period.</param>
/// <param name="to">Last day of the period: numbers of counties are those of this day.</param>
/// <param name="dates">What becomes of dates.</param>
internal sealed class ExtractForms(ReferenceData reference, ExtractSource source, DateOnly from, DateOnly to, DateTreatment dates)
{
    private const int MostCodes = 200;
    private const string Municipalities = "3402";

    private readonly TableForms _forms = new(reference, source.Counted, from, to);

    /// <summary>The key of the person, which every table of rows has.</summary>
    public static ExtractColumn PersonColumn { get; } =
        new("person_lnr", "string", "Personens nøkkel i prosjektet (løpenummer)", "Key of the person in the project") { Required = true };

    /// <summary>The same column where persons have serial numbers of a linkage.</summary>
    public static ExtractColumn SerialColumn { get; } =
        PersonColumn with { Norwegian = "Personens løpenummer i koblingen", English = "Serial number of the person in the linkage" };

    /// <summary>Whether a variable is a date, or a text that begins with one.</summary>
    public static bool IsDate(CatalogueVariable variable) => variable.Coarser.Contains("month");

    /// <summary>The forms of a variable, finest first; null for as it is stored.</summary>
    public static IReadOnlyList<string?> FormsOf(CatalogueVariable variable) => [null, .. variable.Coarser];

    /// <summary>The key of a row.</summary>
    public static ExtractColumn RowColumn(ExtractSource source) =>
        new($"{source.Row}_lnr", "string", $"Radens nøkkel i prosjektet ({source.Row})", "Key of the row in the project") { Required = true };

    /// <summary>The column of a variable that is no list.</summary>
    /// <returns>The column; null where it cannot be had in that form.</returns>
    public PlannedColumn? Of(CatalogueVariable variable, string? form)
    {
        var name = variable.Column.Name;
        if (form is null)
        {
            return Key(variable) is var (kind, column)
                ? new PlannedColumn(ColumnOf(variable, null, column, "string") with { FindsPersons = false }, name) { Key = kind }
                : new PlannedColumn(ColumnOf(variable, null, name, variable.Column.Type), name) { IsMoved = dates == DateTreatment.Shifted && IsDate(variable) };
        }

        if (MapOf(variable, form) is not var (map, beside))
        {
            return null;
        }

        return new PlannedColumn(ColumnOf(variable, form, $"{name}_{Suffix(form)}", form switch { "month" => "yearmonth", "year" => "year", _ => "string" }), name)
        {
            Beside = beside,
            BesideLength = beside is not null && TableFormOf(variable, form) is { } table && table.Beside == beside ? table.BesideLength : null,
            Map = map,
            IsBesideMoved = dates == DateTreatment.Shifted && beside == source.Counted.Time,
        };
    }

    /// <summary>The year that an annual report is about.</summary>
    public static PlannedColumn ReportYear { get; } = new(
        new ExtractColumn("rapportaar", "year", "Året som rapporten gjelder", "The year of the report") { Required = true }, ExtractSource.ReportDay)
    { Map = (day, _) => day[..4] };

    /// <summary>The table's own form of a variable, for filters; null where tables do not have it.</summary>
    public TableVariable? TableFormOf(CatalogueVariable variable, string? form) =>
        _forms.Of(IsDate(variable) ? variable with { Column = variable.Column with { Type = "datetime" } } : variable, form);

    /// <summary>The map from the register's values to a form, with the column it needs beside; null where the form cannot be made.</summary>
    public (Func<string, string, string> Map, string? Beside)? MapOf(CatalogueVariable variable, string form)
    {
        var name = variable.Column.Name;
        if (form == "group" && name == "tjenesteType")
        {
            return ((type, _) => reference.ServiceTypes.Find(type)?.Group is { } group ? GroupName(group) : "", null);
        }

        if (form is "municipality" or "county" && (name == "bydel" || source.Name == "claims") && PlaceBeside(name) is { } beside)
        {
            // A district is named by its municipality's number, or stands beside it.
            var place = _forms.Of(variable with { Column = variable.Column with { CodeList = Municipalities } }, form)!;
            return ((value, other) => Known(value.Length == 0 ? "" : place.CodeOf(name == "bydel" && value.Length == 6 ? value[..4] : other, "")), beside);
        }

        return TableFormOf(variable, form) is { } table && variable.Column.Name != "diagnoser"
            ? ((value, other) => value.Length == 0 ? "" : Known(table.CodeOf(value, other)), table.Beside)
            : null;
    }

    /// <summary>The end of a column's name in a form.</summary>
    public static string Suffix(string form) => form switch
    {
        "month" => "maaned",
        "quarter" => "kvartal",
        "year" => "aar",
        "county" => "fylke",
        "municipality" => "kommune",
        "age-5" => "alder5",
        "age-10" => "alder10",
        "chapter" => "kapittel",
        "group" => "gruppe",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "The catalogue has a form that extracts do not know."),
    };

    /// <summary>The codes of a list with their names; null where it has none, or too many to print.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? CodesOf(string? list) =>
        list is not null && list != Municipalities && reference.CodeLists.TryGet(list, out var found) && found.Entries.Count <= MostCodes
            ? [.. found.Entries.DistinctBy(entry => entry.Code).Select(entry => KeyValuePair.Create(entry.Code, found.Find(entry.Code)!.NorwegianName))]
            : null;

    private static (KeyKind Kind, string Column)? Key(CatalogueVariable variable) => variable.Column.Name switch
    {
        "behandlerHpr" => (KeyKind.Practitioner, "behandler_lnr"),
        "praksisId" => (KeyKind.Practice, "praksis_lnr"),
        "avsenderOrgNr" => (KeyKind.Organisation, "avsender_lnr"),
        "praksisOrgNr" => (KeyKind.Organisation, "praksisorg_lnr"),
        "tjenesteOrgNr" => (KeyKind.Organisation, "tjenesteyter_lnr"),
        _ => null,
    };

    private static string Known(string code) => code == TableVariable.Unknown ? "" : code;

    private static string GroupName(ServiceGroup group) => group switch
    {
        ServiceGroup.Home => "hjemmetjenester",
        ServiceGroup.Technology => "velferdsteknologi",
        ServiceGroup.Institution => "institusjon",
        ServiceGroup.Housing => "bolig",
        _ => "tvang",
    };

    private string? PlaceBeside(string column) => (source.Name, column) switch
    {
        ("claims", "bydel") => "bostedKommuneNr",
        ("care-report", "bydel") => "komNrHjem",
        (_, "bydel") => VariableCatalogue.Sender.Name,
        ("claims", "praksisId" or "praksisOrgNr" or "avsenderOrgNr") => "praksisKommuneNr",
        _ => null,
    };

    private ExtractColumn ColumnOf(CatalogueVariable variable, string? form, string name, string type) => new(name, type, variable.Column.Norwegian, variable.English)
    {
        Variable = variable.Id,
        Form = form,
        Unit = form is null ? variable.Unit : null,
        CodeList = form is null && Key(variable) is null ? variable.Column.CodeList : null,
        Codes = form is null && Key(variable) is null ? CodesOf(variable.Column.CodeList) : null,
        FindsPersons = variable.Sensitivity == Sensitivity.Indirect,
    };
}
