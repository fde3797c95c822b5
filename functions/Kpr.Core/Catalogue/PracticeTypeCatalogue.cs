using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>The practice types of the claims system (KUHR) and the areas they belong to.</summary>
public sealed class PracticeTypeCatalogue
{
    private readonly Dictionary<string, PracticeType> _known;
    private readonly Dictionary<string, PracticeType>.AlternateLookup<ReadOnlySpan<char>> _byCode;

    private PracticeTypeCatalogue(Dictionary<string, PracticeType> known)
    {
        _known = known;
        _byCode = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All practice types.</summary>
    public IReadOnlyCollection<PracticeType> All => _known.Values;

    /// <summary>The practice type of a code, exactly as written, whenever in use, or null. Does not allocate.</summary>
    public PracticeType? Find(ReadOnlySpan<char> code) => _byCode.TryGetValue(code, out var type) ? type : null;

    /// <summary>The practice type of a code that is in use on a day, or null. Does not allocate.</summary>
    public PracticeType? Find(ReadOnlySpan<char> code, DateOnly on) => Find(code) is { } type && type.Validity.Contains(on) ? type : null;

    internal static PracticeTypeCatalogue Read(ReferenceSheet sheet)
    {
        var (code, name) = (sheet.Column("praksistype"), sheet.Column("navn"));
        var (area, service) = (sheet.Column("fagomraade"), sheet.Column("kpr_service_fill_in"));
        var (from, to) = (sheet.Column("valid_from"), sheet.Column("valid_to"));
        var known = new Dictionary<string, PracticeType>(sheet.Rows, StringComparer.Ordinal);
        for (var row = 0; row < sheet.Rows; row++)
        {
            var type = new PracticeType(
                sheet.Required(row, code), sheet.Required(row, name), OrNull(sheet.Text(row, area)), OrNull(sheet.Text(row, service)))
            {
                Validity = sheet.Period(row, from, to),
            };
            if (!known.TryAdd(type.Code, type)) sheet.Fault(row, code, $"Praksistypen {type.Code} står flere ganger.");
        }

        return new PracticeTypeCatalogue(known);
    }

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;
}
