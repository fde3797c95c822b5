namespace Kpr.Core.Catalogue;

/// <summary>City districts (bydeler): Statistics Norway's classification 103, national code list 3403.</summary>
public static class Districts
{
    private static readonly District[] Known = Load();

    /// <summary>All districts, in the order of the table.</summary>
    public static IReadOnlyList<District> All => Known;

    /// <summary>The district of a municipality, whenever in use, or null. Does not allocate.</summary>
    /// <param name="municipality">Four digits.</param>
    /// <param name="district">Six digits, or the last two of them.</param>
    public static District? Find(ReadOnlySpan<char> municipality, ReadOnlySpan<char> district)
    {
        if (district.Length is not (2 or 6)) return null;

        // Some sixty rows: a walk is as quick as a table of keys, and needs no building.
        foreach (var known in Known)
        {
            if (municipality.SequenceEqual(known.Municipality) && district.SequenceEqual(known.Number.AsSpan(6 - district.Length)))
                return known;
        }

        return null;
    }

    /// <summary>Whether the district belongs to the municipality and is in use on a day.</summary>
    public static bool IsValid(ReadOnlySpan<char> municipality, ReadOnlySpan<char> district, DateOnly on) =>
        Find(municipality, district)?.IsValidOn(on) ?? false;

    /// <summary>The districts of a municipality on a day; empty for all but the four cities.</summary>
    public static IReadOnlyList<District> Of(string municipality, DateOnly day) =>
        [.. Known.Where(d => d.Municipality == municipality && d.IsValidOn(day))];

    private static District[] Load()
    {
        var table = ReferenceTable.Embedded("bydeler.csv");
        var (municipality, number, name) = (table.Column("kommunenr"), table.Column("bydelsnr"), table.Column("navn"));
        var (from, to, successor) = (table.Column("valid_from"), table.Column("valid_to"), table.Column("successor"));
        return
        [
            .. table.Rows.Select(row => new District(
                row[municipality],
                row[number],
                row[name],
                ReferenceTable.Date(row[from]),
                ReferenceTable.Date(row[to]),
                row[successor].Length == 0 ? null : row[successor])),
        ];
    }
}
