using System.Collections.Frozen;
using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Package;

/// <summary>
/// Names that every recipient's program can read: 32 characters at most, a–z, A–Z, 0–9 and underscore, a letter first (Statistics Norway's rules for files), not told apart by
/// case alone, and no word that SPSS or Stata keeps for itself.
/// </summary>
public static class PackageNames
{
    /// <summary>Characters in a name at most.</summary>
    public const int Longest = 32;

    private const int LongestFile = 64;

    private static readonly FrozenSet<string> Types = FrozenSet.Create(StringComparer.Ordinal, "string", "integer", "number", "date", "datetime", "year", "yearmonth");

    private static readonly FrozenSet<string> Reserved = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with", "byte", "double", "float", "if", "in", "int",
        "long", "strl", "using", "str");

    /// <summary>Whether a table or a column may be called so.</summary>
    public static bool IsName(string? name) =>
        name is { Length: > 0 and <= Longest } && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !name.EndsWith('_') && !IsReserved(name);

    /// <summary>Whether a file may be called so: letters, digits, hyphen, underscore and full stop, a letter or digit first, no folder.</summary>
    public static bool IsFileName(string? name) =>
        name is { Length: > 0 and <= LongestFile } && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');

    /// <summary>What in a codebook no program could read; empty when all is well.</summary>
    public static IReadOnlyList<ExtractFault> Refuse(Codebook codebook)
    {
        var faults = new List<ExtractFault>();
        Check("tabell", codebook.Tables.Select(table => table.Table.Name), faults);
        foreach (var file in codebook.Tables.Select(table => table.File.Name).Where(file => !IsFileName(file)))
        {
            faults.Add(new ExtractFault($"Filnavnet {Shown(file)} kan ikke brukes."));
        }

        foreach (var table in codebook.Tables.Select(table => table.Table))
        {
            Check($"variabel i {Shown(table.Name)}", table.Columns.Select(column => column.Name), faults);
            faults.AddRange(table.Columns.Where(column => !Types.Contains(column.Type))
                .Select(column => new ExtractFault($"Variabelen {Shown(column.Name)} har ukjent type {Shown(column.Type)}.")));
            faults.AddRange(table.PrimaryKey.Where(key => table.Columns.All(column => column.Name != key))
                .Select(key => new ExtractFault($"Nøkkelen i {Shown(table.Name)} navngir {Shown(key)}, som ikke finnes.")));
            if (table.Parent is { } parent && (table.Columns.All(column => column.Name != parent.Value)
                || codebook.Find(parent.Key)?.Table.Columns.Any(column => column.Name == parent.Value) != true))
            {
                faults.Add(new ExtractFault($"Tabellen {Shown(table.Name)} viser til {Shown(parent.Key)}, som ikke har den samme variabelen."));
            }
        }

        return faults;
    }

    private static void Check(string what, IEnumerable<string> names, List<ExtractFault> faults)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!IsName(name))
            {
                faults.Add(new ExtractFault($"Navnet {Shown(name)} på {what} kan ikke brukes: høyst {Longest} tegn av a–z, 0–9 og understrek, bokstav først, ikke et reservert ord."));
            }
            else if (!seen.Add(name))
            {
                faults.Add(new ExtractFault($"Navnet {Shown(name)} på {what} er brukt to ganger."));
            }
        }
    }

    // Stata also keeps str1, str2 and so on.
    private static bool IsReserved(string name) =>
        Reserved.Contains(name) || (name.StartsWith("str", StringComparison.OrdinalIgnoreCase) && name[3..].All(char.IsAsciiDigit));

    private static string Shown(string? name) => $"«{(name is { Length: > 40 } ? name[..40] + "…" : name)}»";
}
