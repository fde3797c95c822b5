using System.Globalization;

namespace Kpr.Core.Catalogue;

/// <summary>
/// The pattern of ICPC-2: chapters and ranges, not the codes, which are licensed (rules A36, K11). A code that fits the pattern need not
/// exist.
/// </summary>
public static class Icpc2Structure
{
    private const int CodeLength = 3;
    private const int SuffixLength = 4;

    private static readonly Icpc2CodeKind[] Kinds = Load();

    /// <summary>The chapters, each one character.</summary>
    public static IReadOnlyList<string> Chapters { get; } = [.. ReferenceTable.Embedded("icpc2_structure.csv").Rows.Select(row => row[0])];

    /// <summary>What an ICPC-2 code is by its pattern: chapter in upper case or '-', and two digits. Does not allocate.</summary>
    public static Icpc2CodeKind KindOf(ReadOnlySpan<char> code) =>
        code is [< (char)128 and var chapter, >= '0' and <= '9' and var ten, >= '0' and <= '9' and var one]
            ? Kinds[(chapter * 100) + ((ten - '0') * 10) + one - '0']
            : Icpc2CodeKind.None;

    /// <summary>Whether the text has the pattern of an ICPC-2 code.</summary>
    public static bool IsCode(ReadOnlySpan<char> code) => KindOf(code) != Icpc2CodeKind.None;

    /// <summary>
    /// Whether the text has the pattern of an ICPC-2B code: an ICPC-2 code and a suffix of four letters or digits, with or without a full
    /// stop between.
    /// </summary>
    public static bool IsCode2B(ReadOnlySpan<char> code)
    {
        if (code.Length < CodeLength + SuffixLength || !IsCode(code[..CodeLength])) return false;
        var suffix = code[CodeLength..];
        if (suffix[0] == '.') suffix = suffix[1..];
        if (suffix.Length != SuffixLength) return false;
        foreach (var c in suffix)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
        }

        return true;
    }

    private static Icpc2CodeKind[] Load()
    {
        var table = ReferenceTable.Embedded("icpc2_structure.csv");
        var chapter = table.Column("chapter");
        var kinds = new Icpc2CodeKind[128 * 100];
        foreach (var row in table.Rows)
        {
            var letter = row[chapter][0];
            Fill(kinds, letter, row[table.Column("symptom_range")], Icpc2CodeKind.Symptom);
            Fill(kinds, letter, row[table.Column("process_range")], Icpc2CodeKind.Process);
            Fill(kinds, letter, row[table.Column("diagnosis_range")], Icpc2CodeKind.Diagnosis);
        }

        return kinds;
    }

    private static void Fill(Icpc2CodeKind[] kinds, char chapter, string range, Icpc2CodeKind kind)
    {
        if (range.Length == 0) return;
        var first = int.Parse(range.AsSpan(0, 2), CultureInfo.InvariantCulture);
        var last = int.Parse(range.AsSpan(3, 2), CultureInfo.InvariantCulture);
        kinds.AsSpan((chapter * 100) + first, last - first + 1).Fill(kind);
    }
}
