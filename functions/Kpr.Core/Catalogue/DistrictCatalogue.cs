using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>City districts (bydeler): Statistics Norway's classification 103, national code list 3403.</summary>
public sealed class DistrictCatalogue
{
    private readonly District[] _known;

    private DistrictCatalogue(District[] known) => _known = known;

    /// <summary>All districts, in the order of the table.</summary>
    public IReadOnlyList<District> All => _known;

    /// <summary>The district of a municipality, whenever in use, or null. Does not allocate.</summary>
    /// <param name="municipality">Four digits.</param>
    /// <param name="district">Six digits, or the last two of them.</param>
    public District? Find(ReadOnlySpan<char> municipality, ReadOnlySpan<char> district)
    {
        if (district.Length is not (2 or 6)) return null;

        // Some sixty rows: a walk is as quick as a table of keys, and needs no building.
        foreach (var known in _known)
        {
            if (Is(known, municipality, district)) return known;
        }

        return null;
    }

    /// <summary>Whether the district belongs to the municipality and is in use on a day. Does not allocate.</summary>
    public bool IsValid(ReadOnlySpan<char> municipality, ReadOnlySpan<char> district, DateOnly on)
    {
        if (district.Length is not (2 or 6)) return false;
        foreach (var known in _known)
        {
            if (Is(known, municipality, district) && known.IsValidOn(on)) return true;
        }

        return false;
    }

    /// <summary>The districts of a municipality on a day; empty for all but the four cities.</summary>
    public IReadOnlyList<District> Of(string municipality, DateOnly day) =>
        [.. _known.Where(d => d.Municipality == municipality && d.IsValidOn(day))];

    internal static DistrictCatalogue Read(ReferenceSheet sheet, MunicipalityCatalogue municipalities)
    {
        var (municipality, number, name) = (sheet.Column("kommunenr"), sheet.Column("bydelsnr"), sheet.Column("navn"));
        var (from, to, successor) = (sheet.Column("valid_from"), sheet.Column("valid_to"), sheet.Column("successor"));
        var known = new District[sheet.Rows];
        for (var row = 0; row < known.Length; row++)
        {
            var period = sheet.Period(row, from, to);
            known[row] = new District(
                sheet.Digits(row, municipality, 4), sheet.Digits(row, number, 6), sheet.Required(row, name), period.From, period.To,
                sheet.Text(row, successor) is { Length: > 0 } next ? next : null);
        }

        if (sheet.IsChecked) Check(sheet, known, municipalities);
        return new DistrictCatalogue(known);
    }

    private static bool Is(District known, ReadOnlySpan<char> municipality, ReadOnlySpan<char> district) =>
        municipality.SequenceEqual(known.Municipality) && district.SequenceEqual(known.Number.AsSpan(6 - district.Length));

    private static void Check(ReferenceSheet sheet, District[] known, MunicipalityCatalogue municipalities)
    {
        var (municipality, number, successor) = (sheet.Column("kommunenr"), sheet.Column("bydelsnr"), sheet.Column("successor"));
        PeriodChecks.OneAtATime(sheet, number, row => known[row].Number, row => new Period(known[row].ValidFrom, known[row].ValidTo));
        for (var row = 0; row < known.Length; row++)
        {
            var district = known[row];
            if (municipalities.All.Count > 0 && municipalities.Find(district.Municipality) is null)
                sheet.Fault(row, municipality, $"Kommunen {district.Municipality} er ikke i kommuner.csv.");
            if (!district.Number.StartsWith(district.Municipality, StringComparison.Ordinal))
                sheet.Fault(row, number, $"Bydelsnummeret {district.Number} begynner ikke med kommunenummeret.");
            if (district.Successor is null) continue;
            if (district.ValidTo is not { } end)
                sheet.Fault(row, successor, "En bydel i bruk har ingen etterfølger.");
            else if (!known.Any(other => other.Number == district.Successor))
                sheet.Fault(row, successor, $"Etterfølgeren {district.Successor} finnes ikke.");
            else if (!known.Any(other => other.Number == district.Successor && other.IsValidOn(end.AddDays(1))))
                sheet.Fault(row, successor, $"Etterfølgeren {district.Successor} er ikke i bruk dagen etter: et hull i tid.");
        }
    }
}
