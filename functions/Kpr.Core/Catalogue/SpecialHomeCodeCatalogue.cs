using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>Svalbard, Jan Mayen, foreigners (9000, 9900), unknown (9999) and the like.</summary>
public sealed class SpecialHomeCodeCatalogue
{
    private readonly SpecialHomeCode[] _known;

    private SpecialHomeCodeCatalogue(SpecialHomeCode[] known) => _known = known;

    /// <summary>All codes.</summary>
    public IReadOnlyList<SpecialHomeCode> All => _known;

    /// <summary>The code with this text, or null. Does not allocate.</summary>
    public SpecialHomeCode? Find(ReadOnlySpan<char> code)
    {
        foreach (var known in _known)
        {
            if (code.SequenceEqual(known.Code)) return known;
        }

        return null;
    }

    /// <summary>Whether a sender may give the code as home municipality on a day. Does not allocate.</summary>
    public bool IsValid(ReadOnlySpan<char> code, DateOnly on)
    {
        foreach (var known in _known)
        {
            if (known.IsHomeMunicipality && code.SequenceEqual(known.Code) && new Period(known.ValidFrom, known.ValidTo).Contains(on)) return true;
        }

        return false;
    }

    internal static SpecialHomeCodeCatalogue Read(ReferenceSheet sheet)
    {
        var (code, meaning, use) = (sheet.Column("code"), sheet.Column("meaning"), sheet.Column("use"));
        var (from, to, home) = (sheet.Column("valid_from"), sheet.Column("valid_to"), sheet.Column("home_municipality"));
        var known = new SpecialHomeCode[sheet.Rows];
        for (var row = 0; row < known.Length; row++)
        {
            var period = sheet.Period(row, from, to);
            known[row] = new SpecialHomeCode(
                sheet.Required(row, code), sheet.Required(row, meaning), sheet.Text(row, use), period.From, period.To, sheet.Choice(row, home, "N", "Y") == 1);
        }

        if (sheet.IsChecked)
            PeriodChecks.OneAtATime(sheet, code, row => known[row].Code, row => new Period(known[row].ValidFrom, known[row].ValidTo));
        return new SpecialHomeCodeCatalogue(known);
    }
}
