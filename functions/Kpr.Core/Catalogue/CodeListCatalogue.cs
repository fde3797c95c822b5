using System.Diagnostics.CodeAnalysis;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>The national code lists that the feeds and receipts use.</summary>
public sealed class CodeListCatalogue
{
    private readonly Dictionary<string, CodeList> _lists;
    private readonly Dictionary<string, CodeList>.AlternateLookup<ReadOnlySpan<char>> _byNumber;

    private CodeListCatalogue(Dictionary<string, CodeList> lists)
    {
        _lists = lists;
        _byNumber = lists.GetAlternateLookup<ReadOnlySpan<char>>();
        Exemptions = lists.GetValueOrDefault("7461") ?? new CodeList("7461", []);
    }

    /// <summary>All lists.</summary>
    public IReadOnlyCollection<CodeList> All => _lists.Values;

    /// <summary>List 7461, why a patient pays no share: asked for every claim that has one.</summary>
    public CodeList Exemptions { get; }

    /// <summary>The list of a number that the program itself names.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public CodeList Get(string number) => _lists[number];

    /// <summary>The list of a number or whole OID read from a file.</summary>
    public bool TryGet(ReadOnlySpan<char> numberOrOid, [NotNullWhen(true)] out CodeList? list) =>
        _byNumber.TryGetValue(numberOrOid.StartsWith(CodeLists.OidPrefix) ? numberOrOid[CodeLists.OidPrefix.Length..] : numberOrOid, out list);

    /// <summary>Reads the catalogue from its tables: a list may have codes in several.</summary>
    internal static CodeListCatalogue Read(params ReadOnlySpan<ReferenceSheet> sheets)
    {
        var all = new List<(string List, CodeListEntry Entry)>();
        foreach (var sheet in sheets)
        {
            var rows = Rows(sheet);
            if (sheet.IsChecked)
            {
                PeriodChecks.OneAtATime(sheet, sheet.Column("code"), row => $"{rows[row].List}/{rows[row].Entry.Code}", row => rows[row].Entry.Validity);
                CheckAgainst(sheet, rows, all);
            }

            all.AddRange(rows);
        }

        if (sheets[0].IsChecked && all.Count > 0) CheckLists(sheets[0], [.. all.Select(row => row.List)]);
        return new CodeListCatalogue(all.GroupBy(row => row.List, row => row.Entry)
            .ToDictionary(group => group.Key, group => new CodeList(group.Key, [.. group]), StringComparer.Ordinal));
    }

    private static (string List, CodeListEntry Entry)[] Rows(ReferenceSheet sheet)
    {
        var (list, code) = (sheet.Column("list_oid_suffix"), sheet.Column("code"));
        var (norwegian, english) = (sheet.Column("name_no"), sheet.Column("name_en"));
        var (from, to) = (sheet.Column("valid_from"), sheet.Column("valid_to"));
        var rows = new (string List, CodeListEntry Entry)[sheet.Rows];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = (
                sheet.Required(row, list),
                new CodeListEntry(sheet.Required(row, code), sheet.Required(row, norwegian), sheet.Text(row, english)) { Validity = sheet.Period(row, from, to) });
        }

        return rows;
    }

    private static void CheckAgainst(ReferenceSheet sheet, (string List, CodeListEntry Entry)[] rows, List<(string List, CodeListEntry Entry)> others)
    {
        var known = others.ToLookup(other => (other.List, other.Entry.Code));
        for (var row = 0; row < rows.Length; row++)
        {
            var (list, entry) = rows[row];
            if (known[(list, entry.Code)].Any(other => other.Entry.Validity.Overlaps(entry.Validity)))
                sheet.Fault(row, sheet.Column("code"), $"{list}/{entry.Code} står også i {ReferenceTables.CodeLists.File}, med gyldighet som overlapper.");
        }
    }

    // Rules and formats name lists by number: a set without one of them would break them at run time.
    private static void CheckLists(ReferenceSheet sheet, HashSet<string> lists)
    {
        foreach (var missing in ReferenceData.Default.CodeLists._lists.Keys.Where(number => !lists.Contains(number)))
        {
            sheet.Fault(null, null, $"Kodeverk {missing} mangler; reglene bruker det.");
        }
    }
}
