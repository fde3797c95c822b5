using System.Collections.Frozen;
using Kpr.Core.Catalogue.Loading;

namespace Kpr.Core.Catalogue;

/// <summary>The tariffs (takster) of all areas, loaded by the operator. Looking up a tariff does not allocate.</summary>
public sealed class TariffCatalogue
{
    private const int LongestCode = 7;

    private readonly FrozenDictionary<string, Tariff[]> _byCode;

    private TariffCatalogue(Tariff[] tariffs) =>
        _byCode = tariffs.GroupBy(tariff => tariff.Code, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Number of codes.</summary>
    public int Count => _byCode.Count;

    /// <summary>Whether an area has a code, on whatever day.</summary>
    /// <param name="code">Exactly as defined.</param>
    /// <param name="area">The area; null when it is not told, and any will do.</param>
    public bool Knows(string code, string? area)
    {
        foreach (var tariff in Of(code))
        {
            if (area is null || tariff.Area == area) return true;
        }

        return false;
    }

    /// <summary>The tariff of a code on a day; null when none is in use then. Where the area is not told and several have the code, the first.</summary>
    /// <param name="code">Exactly as defined.</param>
    /// <param name="area">The area; null when it is not told, and any will do.</param>
    /// <param name="on">The day of treatment.</param>
    public Tariff? Find(string code, string? area, DateOnly on)
    {
        foreach (var tariff in Of(code))
        {
            if ((area is null || tariff.Area == area) && tariff.Validity.Contains(on)) return tariff;
        }

        return null;
    }

    internal static TariffCatalogue Read(ReferenceSheet sheet)
    {
        var (code, area, from, to) = (sheet.Column("takstkode"), sheet.Column("fagomraade"), sheet.Column("valid_from"), sheet.Column("valid_to"));
        var (fee, refund, share) = (sheet.Column("honorar_ore"), sheet.Column("refusjon_ore"), sheet.Column("egenandel_ore"));
        var tariffs = new Tariff[sheet.Rows];
        for (var row = 0; row < tariffs.Length; row++)
        {
            var text = sheet.Required(row, code);
            if (text.Length > LongestCode) sheet.Fault(row, code, $"En takstkode har høyst {LongestCode} tegn.");
            tariffs[row] = new Tariff(text, sheet.Required(row, area), sheet.Period(row, from, to))
            {
                FeeOre = sheet.Number(row, fee, 0),
                RefundOre = sheet.Number(row, refund, 0),
                ShareOre = sheet.Number(row, share, 0),
                MaxRepeats = sheet.Number(row, sheet.Column("max_repeats"), 1),
                ForbiddenWith = sheet.Codes(row, sheet.Column("forbidden_with")),
                RequiresTariff = sheet.Codes(row, sheet.Column("requires_tariff")),
                RequiresProcedure = sheet.Codes(row, sheet.Column("requires_procedure")),
                RequiresDiagnosis = sheet.Codes(row, sheet.Column("requires_diagnosis")),
            };
        }

        PeriodChecks.OneAtATime(sheet, code, row => $"{tariffs[row].Code} i {tariffs[row].Area}", row => tariffs[row].Validity);
        CheckReferences(sheet, tariffs);
        return new TariffCatalogue(tariffs);
    }

    private static void CheckReferences(ReferenceSheet sheet, Tariff[] tariffs)
    {
        var known = tariffs.Select(tariff => tariff.Code).ToHashSet(StringComparer.Ordinal);
        for (var row = 0; row < tariffs.Length; row++)
        {
            Check(sheet, row, "forbidden_with", tariffs[row].ForbiddenWith, known);
            Check(sheet, row, "requires_tariff", tariffs[row].RequiresTariff, known);
        }
    }

    private static void Check(ReferenceSheet sheet, int row, string column, IReadOnlyList<string> codes, HashSet<string> known)
    {
        foreach (var code in codes.Where(code => !known.Contains(code))) sheet.Fault(row, sheet.Column(column), $"Taksten {code} finnes ikke i tabellen.");
    }

    private Tariff[] Of(string code) => _byCode.TryGetValue(code, out var tariffs) ? tariffs : [];
}
