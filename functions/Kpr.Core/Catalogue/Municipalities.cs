namespace Kpr.Core.Catalogue;

/// <summary>
/// All municipality numbers in use at some time since 1988 (Statistics Norway's classification 131, national code list 3402). A report is
/// judged by the numbers of its own year (rule F09).
/// </summary>
public static class Municipalities
{
    private static readonly Municipality[] Known = Load();
    private static readonly short[] PlaceByNumber = Index(Known);

    /// <summary>All numbers, in ascending order.</summary>
    public static IReadOnlyList<Municipality> All => Known;

    /// <summary>The municipality of a number, whenever it is or was in use; null for any other text. Does not allocate.</summary>
    /// <param name="number">Exactly four digits.</param>
    public static Municipality? Find(ReadOnlySpan<char> number)
    {
        if (number.Length != 4) return null;
        var value = 0;
        foreach (var c in number)
        {
            if (!char.IsAsciiDigit(c)) return null;
            value = (value * 10) + c - '0';
        }

        return PlaceByNumber[value] is var place and > 0 ? Known[place - 1] : null;
    }

    /// <summary>Whether the number is in use on a day. Does not allocate.</summary>
    public static bool IsValid(ReadOnlySpan<char> number, DateOnly on) => Find(number)?.IsValidOn(on) ?? false;

    /// <summary>Whether the number may stand as a home municipality on a day: a municipality or one of <see cref="SpecialHomeCodes"/>.</summary>
    public static bool IsValidHome(ReadOnlySpan<char> number, DateOnly on) => IsValid(number, on) || SpecialHomeCodes.IsValid(number, on);

    /// <summary>The municipalities of a day, in ascending order of number.</summary>
    public static IReadOnlyList<Municipality> ValidOn(DateOnly day) => [.. Known.Where(m => m.IsValidOn(day))];

    /// <summary>
    /// The numbers in use on a later day for the area a number stood for: the number itself while it is in use, several after a split, none
    /// for an unknown number or a day before it came into use.
    /// </summary>
    public static IReadOnlyList<Municipality> SuccessorsOn(ReadOnlySpan<char> number, DateOnly day)
    {
        var found = new List<Municipality>();
        Follow(Find(number), day, found);
        return found;
    }

    /// <summary>The only successor on a later day; null where there is none, or several after a split.</summary>
    public static Municipality? UniqueSuccessorOn(ReadOnlySpan<char> number, DateOnly day) =>
        SuccessorsOn(number, day) is [var only] ? only : null;

    private static void Follow(Municipality? from, DateOnly day, List<Municipality> found)
    {
        if (from is null) return;
        if (from.IsValidOn(day))
        {
            if (!found.Contains(from)) found.Add(from);
            return;
        }

        if (from.ValidTo is not { } end || day <= end) return;
        foreach (var successor in from.Successors) Follow(Find(successor), day, found);
    }

    private static Municipality[] Load()
    {
        var table = ReferenceTable.Embedded("kommuner.csv");
        var (number, name, from, to) = (table.Column("kommunenr"), table.Column("navn"), table.Column("valid_from"), table.Column("valid_to"));
        var (successors, reason) = (table.Column("successors"), table.Column("end_reason"));
        var municipalities = new Municipality[table.Rows.Count];
        for (var i = 0; i < municipalities.Length; i++)
        {
            var row = table.Rows[i];
            municipalities[i] = new Municipality(
                row[number],
                row[name],
                ReferenceTable.Date(row[from]),
                ReferenceTable.Date(row[to]),
                row[successors].Length == 0 ? [] : row[successors].Split('|'),
                row[reason] switch
                {
                    "" => MunicipalityEnd.None,
                    "renumbered" => MunicipalityEnd.Renumbered,
                    "merge" => MunicipalityEnd.Merge,
                    "split" => MunicipalityEnd.Split,
                    var other => throw new InvalidDataException($"{table.Name}: unknown end_reason {other}."),
                });
        }

        Array.Sort(municipalities, static (a, b) => string.CompareOrdinal(a.Number, b.Number));
        return municipalities;
    }

    private static short[] Index(Municipality[] municipalities)
    {
        var places = new short[10_000];
        for (var i = 0; i < municipalities.Length; i++)
            places[int.Parse(municipalities[i].Number, System.Globalization.CultureInfo.InvariantCulture)] = (short)(i + 1);
        return places;
    }
}
