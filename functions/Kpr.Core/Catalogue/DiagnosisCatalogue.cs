using System.Collections.Frozen;
using Kpr.Core.Catalogue.Loading;
using Kpr.Core.Identity;

namespace Kpr.Core.Catalogue;

/// <summary>The codes of a diagnosis system, loaded by the operator. Looking up a code does not allocate.</summary>
public sealed class DiagnosisCatalogue
{
    private const int LongestCode = 10;

    private readonly FrozenDictionary<string, DiagnosisCode[]> _codes;
    private readonly FrozenDictionary<string, DiagnosisCode[]>.AlternateLookup<ReadOnlySpan<char>> _byCode;

    private DiagnosisCatalogue(DiagnosisCode[] codes)
    {
        _codes = codes.GroupBy(code => code.Code, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _byCode = _codes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Number of codes.</summary>
    public int Count => _codes.Count;

    /// <summary>The code on a day; null when it is not in use then.</summary>
    /// <param name="code">Exactly as defined; a full stop behind the third character is passed over.</param>
    /// <param name="on">The day.</param>
    public DiagnosisCode? Find(ReadOnlySpan<char> code, DateOnly on)
    {
        DiagnosisCode[]? meanings;
        if (code.Length is > 3 and <= LongestCode && code[3] == '.')
        {
            Span<char> without = stackalloc char[LongestCode];
            code[..3].CopyTo(without);
            code[4..].CopyTo(without[3..]);
            _byCode.TryGetValue(without[..(code.Length - 1)], out meanings);
        }
        else
        {
            _byCode.TryGetValue(code, out meanings);
        }

        foreach (var meaning in meanings ?? [])
        {
            if (meaning.Validity.Contains(on)) return meaning;
        }

        return null;
    }

    internal static DiagnosisCatalogue Read(ReferenceSheet sheet, Predicate<string> hasForm)
    {
        var (code, title, from, to) = (sheet.Column("kode"), sheet.Column("tittel"), sheet.Column("valid_from"), sheet.Column("valid_to"));
        var (chapter, sex) = (sheet.Column("kapittel"), sheet.Column("kjonn"));
        var codes = new DiagnosisCode[sheet.Rows];
        for (var row = 0; row < codes.Length; row++)
        {
            var text = sheet.Required(row, code);
            if (!hasForm(text)) sheet.Fault(row, code, $"{text} har ikke kodeverkets form.");
            codes[row] = new DiagnosisCode(
                text.Replace(".", "", StringComparison.Ordinal), sheet.Required(row, title), sheet.Period(row, from, to), sheet.Text(row, chapter),
                (Sex)sheet.Choice(row, sex, "", "M", "K"));
        }

        PeriodChecks.OneAtATime(sheet, code, row => codes[row].Code, row => codes[row].Validity);
        return new DiagnosisCatalogue(codes);
    }
}
