using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Statistics.Cells;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Statistics.Orders;

/// <summary>
/// Makes table variables of catalogue variables: codes in the forms that tables have them, with their groups. Numbers of municipalities
/// are those of the last day of the period; what was renumbered or merged before is counted where it went.
/// </summary>
/// <param name="reference">The reference data.</param>
/// <param name="dataset">The dataset.</param>
/// <param name="from">First day of the period.</param>
/// <param name="to">Last day of the period.</param>
public sealed class TableForms(ReferenceData reference, CountedDataset dataset, DateOnly from, DateOnly to)
{
    private const string Municipalities = "3402";
    private const int YearLength = 4;
    private const int OldestBand = 90;
    private const int Oldest = 105;

    private static readonly string[] Dates = ["date", "datetime"];
    private static readonly string[] BirthYears = ["fodselsaar", "fodselsar"];
    private static readonly string[] Lists = ["deltakere", "helsepersoner", "malinger", "enheter", "bydel", "deltakelse", "kartlegginger", "tvang"];

    // Where the code stands in each part of a list of the annual report.
    private const int TypeOfService = 2;
    private const int EventOfCase = 1;

    /// <summary>The variable of a table.</summary>
    /// <param name="variable">The catalogue variable.</param>
    /// <param name="form">The form of its finest codes; null for the finest that tables have.</param>
    /// <returns>The variable; null when tables do not have it in that form.</returns>
    public TableVariable? Of(CatalogueVariable variable, string? form) => variable.Column switch
    {
        { CodeList: Municipalities } => Municipality(variable, form),
        { Name: var name } when BirthYears.Contains(name) => Age(variable, form ?? "age-5"),
        { Name: var name } when name == CountedDataset.DataYear.Column.Name => form is null or "year" ? Date(variable, "year") : null,
        { Type: var type } when Dates.Contains(type) => Date(variable, form ?? "month"),
        { Name: "diagnoser" } => form is null or "chapter" ? Chapter(variable) : null,
        { Name: "tjeneste" } => form is null ? Plain(variable, Services()) : null,
        { CodeList: { } list, Name: "tjenester" } => form is null ? Listed(variable, reference.CodeLists.Get(list), "Tjenestetype", TypeOfService) : null,
        { CodeList: { } list, Name: "saker" } => form is null ? Listed(variable, reference.CodeLists.Get(list), "Hendelse i sak", EventOfCase) : null,
        { CodeList: { } list, Name: var name } when form is null && !Lists.Contains(name) => Coded(variable, reference.CodeLists.Get(list)),
        _ => null,
    };

    /// <summary>The forms that tables have a variable in, finest first; none where they do not have it.</summary>
    public IReadOnlyList<string?> FormsOf(CatalogueVariable variable) =>
        [.. ((string?[])[null, "municipality", "county", "age", "age-5", "age-10", "month", "quarter", "year", "chapter"]).Where(form => Of(variable, form) is not null)];

    private TableVariable? Municipality(CatalogueVariable variable, string? form)
    {
        var valid = reference.Municipalities.ValidOn(to).Select(one => one.Number).ToList();
        return form switch
        {
            null or "municipality" => new TableVariable(
                variable.Column.Name, variable.Column.Norwegian, valid, [new Grouping([.. valid.Select(number => KeyValuePair.Create(number, County(number)))])], Today)
            {
                IsMunicipality = true,
            },
            "county" => new TableVariable(
                variable.Column.Name, "Fylke", [.. valid.Select(County).Distinct(StringComparer.Ordinal)], [], number => Today(number) is { Length: 4 } now ? County(now) : TableVariable.Unknown)
            {
                Finest = [.. valid.Select(number => KeyValuePair.Create(number, County(number)))],
            },
            _ => null,
        };

        string Today(string number) => reference.Municipalities.IsValid(number, to) ? number : reference.Municipalities.UniqueSuccessorOn(number, to)?.Number ?? TableVariable.Unknown;

        static string County(string number) => number[..2];
    }

    // The age at the end of the year of the contact.
    private TableVariable? Age(CatalogueVariable variable, string form)
    {
        (List<string> Codes, Func<int, string> Code, List<Grouping> Groupings)? found = form switch
        {
            "age" => ([.. Enumerable.Range(0, Oldest + 1).Select(Year)], Year, [new Grouping([.. Enumerable.Range(0, Oldest + 1).Select(age => KeyValuePair.Create(Year(age), Band(age, 5)))])]),
            "age-5" => (
                [.. Enumerable.Range(0, (OldestBand / 5) + 1).Select(at => Band(5 * at, 5))], age => Band(age, 5),
                [new Grouping([.. Enumerable.Range(0, OldestBand / 5).Select(at => KeyValuePair.Create(Band(5 * at, 5), Band(5 * at, 10)))])]),
            "age-10" => ([.. Enumerable.Range(0, (OldestBand / 10) + 1).Select(at => Band(10 * at, 10))], age => Band(age, 10), []),
            _ => null,
        };
        return found is not var (codes, code, groupings)
            ? null
            : new TableVariable(variable.Column.Name, "Alder", codes, groupings)
            {
                Beside = dataset.Time,
                BesideLength = YearLength,
                Finest = [.. Enumerable.Range(0, Oldest + 1).Select(age => KeyValuePair.Create(Year(age), code(age)))],
                Join = (born, day) => int.TryParse(born, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && day.Length >= YearLength
                    && int.TryParse(day.AsSpan(0, YearLength), NumberStyles.None, CultureInfo.InvariantCulture, out var then) && then - year is >= 0 and var age and < 130
                        ? code(age)
                        : TableVariable.Unknown,
            };

        static string Year(int age) => age >= Oldest ? $"{Oldest}+" : age.ToString(CultureInfo.InvariantCulture);

        static string Band(int age, int width) => age >= OldestBand
            ? $"{OldestBand} år og over"
            : string.Create(CultureInfo.InvariantCulture, $"{age / width * width}–{(age / width * width) + width - 1} år");
    }

    private TableVariable? Date(CatalogueVariable variable, string form)
    {
        var months = new List<DateOnly>();
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to; month = month.AddMonths(1))
        {
            months.Add(month);
        }

        var years = KeyValuePair.Create<Func<DateOnly, string>, Func<DateOnly, string>>(Quarter, Year);
        return form switch
        {
            "month" => Of("Måned", Month, [KeyValuePair.Create<Func<DateOnly, string>, Func<DateOnly, string>>(Month, Quarter), years]),
            "quarter" => Of("Kvartal", Quarter, [years]),
            "year" => Of("År", Year, []),
            _ => null,
        };

        TableVariable Of(string label, Func<DateOnly, string> code, List<KeyValuePair<Func<DateOnly, string>, Func<DateOnly, string>>> steps) => new(
            variable.Column.Name, label, [.. months.Select(code).Distinct(StringComparer.Ordinal)],
            steps.Count == 0 ? [] : [new Grouping([.. steps.SelectMany(step => months.Select(month => KeyValuePair.Create(step.Key(month), step.Value(month)))).Distinct()])],
            value => value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", out var day) ? code(day) : TableVariable.Unknown)
        {
            Finest = [.. months.Select(month => KeyValuePair.Create(Span(month), code(month)))],
        };

        // Of a month what lies in the period.
        string Span(DateOnly month) => string.Create(
            CultureInfo.InvariantCulture, $"{(month < from ? from : month):yyyy-MM-dd}/{(month.AddMonths(1).AddDays(-1) > to ? to : month.AddMonths(1).AddDays(-1)):yyyy-MM-dd}");

        static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

        static string Quarter(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}K{((day.Month - 1) / 3) + 1}");

        static string Year(DateOnly day) => day.Year.ToString(CultureInfo.InvariantCulture);
    }

    // Of the main diagnosis, where it is one of primary care.
    private static TableVariable Chapter(CatalogueVariable variable) => new(
        variable.Column.Name, "Kapittel (hoveddiagnose)", [.. Icpc2Structure.Chapters], [], value =>
        {
            var first = value.AsSpan(0, value.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? end : value.Length);
            var colon = first.IndexOf(':');
            return first.StartsWith("ICPC-2", StringComparison.Ordinal) && colon > 0 && first.Length >= colon + 4 && Icpc2Structure.IsCode(first.Slice(colon + 1, 3))
                ? first[colon + 1].ToString()
                : TableVariable.Unknown;
        });

    private static TableVariable Plain(CatalogueVariable variable, IReadOnlyList<string> codes) => new(variable.Column.Name, variable.Column.Norwegian, codes, []);

    private List<string> Services() =>
    [
        .. Enum.GetValues<Formats.Claims.ClaimService>().Select(service => Formats.Claims.ClaimServices.Folder(service))
            .Concat(reference.PracticeTypes.All.Select(type => type.Folder).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    // What stands in a list, each code once.
    private static TableVariable Listed(CatalogueVariable variable, CodeList list, string label, int place) => Coded(variable, list) with
    {
        Norwegian = label,
        Split = value => [.. value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).Select(fields => fields.Length > place ? fields[place] : "").Distinct(StringComparer.Ordinal)],
    };

    // By code and name: names alone may be used twice, and codes alone tell nobody anything.
    private static TableVariable Coded(CatalogueVariable variable, CodeList list)
    {
        var names = list.Entries.DistinctBy(entry => entry.Code).ToDictionary(entry => entry.Code, entry => $"{entry.Code} {list.Find(entry.Code)!.NorwegianName}", StringComparer.Ordinal);
        return new TableVariable(
            variable.Column.Name, variable.Column.Norwegian, [.. names.Values], [], value => names.TryGetValue(value, out var name) ? name : TableVariable.Unknown);
    }
}
