using System.Collections.Frozen;
using System.Globalization;
using Kpr.Core.Formats;
using Kpr.Core.Register;

namespace Kpr.Core.Catalogue.Variables;

/// <summary>
/// The variable catalogue (variabelkatalog): every field that the register stores. Names, types, labels and code lists are those of
/// the layouts; what no layout tells lies in a table. A field that the table lacks stops the program's tests, not its users.
/// </summary>
public static class VariableCatalogue
{
    /// <summary>The municipality that sent a record, where municipalities send: it stands in the path of the partition.</summary>
    public static readonly RegisterColumn Sender = new("kommune", "string", "Kommunen som sendte", "3402");

    private const string AnyDataset = "*";

    private static readonly FrozenDictionary<string, CatalogueVariable> ById;

    static VariableCatalogue()
    {
        All = [.. Make()];
        ById = All.ToFrozenDictionary(variable => variable.Id, StringComparer.Ordinal);
        Datasets = [.. All.Select(variable => variable.Dataset).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All variables, dataset by dataset, in the order of their columns.</summary>
    public static IReadOnlyList<CatalogueVariable> All { get; }

    /// <summary>The datasets, in order of name.</summary>
    public static IReadOnlyList<string> Datasets { get; }

    /// <summary>The variable of an id; null when there is none.</summary>
    public static CatalogueVariable? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The variables that have all words in their name, labels or code list, in the order of the catalogue.</summary>
    /// <param name="text">Words, in any language of the catalogue; capital or small letters make no difference. Empty: all.</param>
    public static IEnumerable<CatalogueVariable> Search(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return All.Where(variable => variable.IsOffered && Array.TrueForAll(words, word => Mentions(variable, word)));
    }

    /// <summary>The Frictionless table schema of variables.</summary>
    public static TableSchema SchemaOf(IEnumerable<CatalogueVariable> variables) =>
        new([.. variables.Select(variable => TableSchemaField.Of(variable.Column))], [""]);

    private static bool Mentions(CatalogueVariable variable, string word) =>
        variable.Id.Contains(word, StringComparison.OrdinalIgnoreCase)
        || variable.Column.Norwegian.Contains(word, StringComparison.OrdinalIgnoreCase)
        || variable.English.Contains(word, StringComparison.OrdinalIgnoreCase)
        || variable.Column.CodeList == word;

    private static IEnumerable<CatalogueVariable> Make()
    {
        var table = ReferenceTable.Embedded("variabler.csv");
        var rows = table.Rows.ToDictionary(row => (row[table.Column("datasett")], row[table.Column("variabel")]));
        foreach (var feed in Feeds.All.DistinctBy(feed => feed.Layout.Folder).OrderBy(feed => feed.Layout.Folder, StringComparer.Ordinal))
        {
            var layout = feed.Layout;
            foreach (var column in SegmentRows.LeadingColumns.Concat(feed.IsMunicipal ? [Sender] : []).Concat(layout.Columns))
            {
                var row = rows.TryGetValue((layout.Folder, column.Name), out var own) || rows.TryGetValue((AnyDataset, column.Name), out own)
                    ? own
                    : throw new InvalidDataException($"{table.Name} lacks {layout.Folder}.{column.Name}.");
                yield return new CatalogueVariable(
                    layout.Folder, column, Cell("engelsk"), Cell("enhet") is { Length: > 0 } unit ? unit : null, Cell("gruppe")[0],
                    Enum.Parse<Sensitivity>(Cell("folsomhet"), ignoreCase: true), Cell("grovere").Split(' ', StringSplitOptions.RemoveEmptyEntries),
                    new Period(Day(Cell("fra")), Day(Cell("til"))));

                string Cell(string name) => row[table.Column(name)];
            }
        }
    }

    private static DateOnly? Day(string cell) => cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
