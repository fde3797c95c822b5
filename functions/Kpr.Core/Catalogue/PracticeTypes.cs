namespace Kpr.Core.Catalogue;

/// <summary>The practice types of the claims system (KUHR) and the areas they belong to.</summary>
public static class PracticeTypes
{
    private static readonly Dictionary<string, PracticeType> Known = Load();

    private static readonly Dictionary<string, PracticeType>.AlternateLookup<ReadOnlySpan<char>> ByCode =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All practice types.</summary>
    public static IReadOnlyCollection<PracticeType> All => Known.Values;

    /// <summary>The practice type of a code, exactly as written, or null. Does not allocate.</summary>
    public static PracticeType? Find(ReadOnlySpan<char> code) => ByCode.TryGetValue(code, out var type) ? type : null;

    private static Dictionary<string, PracticeType> Load()
    {
        var table = ReferenceTable.Embedded("praksistyper.csv");
        var (code, name) = (table.Column("praksistype"), table.Column("navn"));
        var (area, service) = (table.Column("fagomraade"), table.Column("kpr_service_fill_in"));
        return table.Rows.ToDictionary(
            row => row[code],
            row => new PracticeType(row[code], row[name], OrNull(row[area]), OrNull(row[service])),
            StringComparer.Ordinal);
    }

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
