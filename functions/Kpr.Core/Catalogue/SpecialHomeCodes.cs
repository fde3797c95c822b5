namespace Kpr.Core.Catalogue;

/// <summary>Svalbard, Jan Mayen, foreigners (9000, 9900), unknown (9999) and the like.</summary>
public static class SpecialHomeCodes
{
    private static readonly SpecialHomeCode[] Known = Load();

    /// <summary>All codes.</summary>
    public static IReadOnlyList<SpecialHomeCode> All => Known;

    /// <summary>The code with this text, or null. Does not allocate.</summary>
    public static SpecialHomeCode? Find(ReadOnlySpan<char> code)
    {
        foreach (var known in Known)
        {
            if (code.SequenceEqual(known.Code)) return known;
        }

        return null;
    }

    /// <summary>Whether a sender may give the code as home municipality on a day.</summary>
    public static bool IsValid(ReadOnlySpan<char> code, DateOnly on) =>
        Find(code) is { IsHomeMunicipality: true } known
        && (known.ValidFrom is not { } from || from <= on)
        && (known.ValidTo is not { } to || on <= to);

    private static SpecialHomeCode[] Load()
    {
        var table = ReferenceTable.Embedded("kommuner_special.csv");
        var (code, meaning, use) = (table.Column("code"), table.Column("meaning"), table.Column("use"));
        var (from, to, home) = (table.Column("valid_from"), table.Column("valid_to"), table.Column("home_municipality"));
        return
        [
            .. table.Rows.Select(row => new SpecialHomeCode(
                row[code], row[meaning], row[use], ReferenceTable.Date(row[from]), ReferenceTable.Date(row[to]), row[home] == "Y")),
        ];
    }
}
