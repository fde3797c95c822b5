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

    internal static CodeListCatalogue Read(ReferenceSheet sheet)
    {
        var (list, code) = (sheet.Column("list_oid_suffix"), sheet.Column("code"));
        var (norwegian, english) = (sheet.Column("name_no"), sheet.Column("name_en"));
        var (from, to) = (sheet.Column("valid_from"), sheet.Column("valid_to"));
        var entries = new (string List, CodeListEntry Entry)[sheet.Rows];
        for (var row = 0; row < entries.Length; row++)
        {
            entries[row] = (
                sheet.Required(row, list),
                new CodeListEntry(sheet.Required(row, code), sheet.Required(row, norwegian), sheet.Text(row, english)) { Validity = sheet.Period(row, from, to) });
        }

        if (sheet.IsChecked)
        {
            PeriodChecks.OneAtATime(sheet, code, row => $"{entries[row].List}/{entries[row].Entry.Code}", row => entries[row].Entry.Validity);
            CheckLists(sheet, [.. entries.Select(entry => entry.List)]);
        }

        return new CodeListCatalogue(entries.GroupBy(entry => entry.List, entry => entry.Entry)
            .ToDictionary(group => group.Key, group => new CodeList(group.Key, [.. group]), StringComparer.Ordinal));
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
