using System.Diagnostics.CodeAnalysis;

namespace Kpr.Core.Catalogue;

/// <summary>The national code lists that the feeds and receipts use.</summary>
public static class CodeLists
{
    /// <summary>What stands before the list's number in an OID.</summary>
    public const string OidPrefix = "2.16.578.1.12.4.1.1.";

    private static readonly Dictionary<string, CodeList> Lists = Load();

    private static readonly Dictionary<string, CodeList>.AlternateLookup<ReadOnlySpan<char>> ByNumber =
        Lists.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All lists.</summary>
    public static IReadOnlyCollection<CodeList> All => Lists.Values;

    /// <summary>The list of a number that the program itself names.</summary>
    /// <exception cref="KeyNotFoundException">There is no such list.</exception>
    public static CodeList Get(string number) => Lists[number];

    /// <summary>The list of a number or whole OID read from a file.</summary>
    public static bool TryGet(ReadOnlySpan<char> numberOrOid, [NotNullWhen(true)] out CodeList? list) =>
        ByNumber.TryGetValue(numberOrOid.StartsWith(OidPrefix) ? numberOrOid[OidPrefix.Length..] : numberOrOid, out list);

    // The second table has the lists of XPR 56.0.0, module hst, that are in no viewer file.
    private static Dictionary<string, CodeList> Load() =>
        Read("kodeverk.csv").Concat(Read("kodeverk_xpr56.csv"))
            .GroupBy(code => code.List, code => code.Entry)
            .ToDictionary(group => group.Key, group => new CodeList(group.Key, [.. group]), StringComparer.Ordinal);

    private static IEnumerable<(string List, CodeListEntry Entry)> Read(string name)
    {
        var table = ReferenceTable.Embedded(name);
        var (list, code) = (table.Column("list_oid_suffix"), table.Column("code"));
        var (norwegian, english) = (table.Column("name_no"), table.Column("name_en"));
        return table.Rows.Select(row => (row[list], new CodeListEntry(row[code], row[norwegian], row[english])));
    }
}
