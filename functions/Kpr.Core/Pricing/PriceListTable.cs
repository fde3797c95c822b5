using System.Globalization;
using Kpr.Core.Catalogue;

namespace Kpr.Core.Pricing;

/// <summary>Price lists as reference data: one table of lists, one of hourly rates.</summary>
public static class PriceListTable
{
    /// <summary>Reads the tables.</summary>
    /// <param name="lists">A row for each list.</param>
    /// <param name="rates">A row for each rate: list, grade, price of an hour in øre.</param>
    /// <exception cref="InvalidDataException">A cell cannot be read, a rate belongs to no list, or the lists contradict each other (<see cref="PriceLists"/>).</exception>
    public static PriceLists Read(ReferenceTable lists, ReferenceTable rates)
    {
        var (list, grade, price) = (rates.Column("list"), rates.Column("grade"), rates.Column("hour_ore"));
        var byList = rates.Rows.ToLookup(row => row[list], row => new HourlyRate(row[grade], new Money(Whole(rates, row[price]))), StringComparer.Ordinal);
        var read = lists.Rows.Select(row => new Row(lists, row)).Select(row => Read(row, [.. byList[row["id"]]])).ToList();
        return byList.Select(group => group.Key).Except(read.Select(known => known.Id), StringComparer.Ordinal).FirstOrDefault() is { } orphan
            ? throw new InvalidDataException($"{rates.Name}: there is no price list {orphan}.")
            : new PriceLists(read);
    }

    private static PriceList Read(Row row, IReadOnlyList<HourlyRate> rates) => new(
        row["id"], row["payee"], row.Day("valid_from") ?? throw row.Bad("valid_from"), row.Day("valid_to"), Applies(row), Counting(row), rates, Vat(row), row["source"])
    {
        BaseOneSource = row.Amount("base_one_ore"),
        BaseSeveralSources = row.Amount("base_several_ore"),
        StatisticsFreeBelow = row.Minutes("statistics_free_below"),
        StatisticsFreeFirst = row.Minutes("statistics_free_first"),
        PersonLevelMinimum = row.Minutes("person_level_minimum"),
        Exempt = row["exempt"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ExemptUpTo = row.Minutes("exempt_up_to"),
        StudentsFree = row.Yes("students_free"),
        RefreshFree = row.Yes("refresh_free"),
        Confirmed = row.Yes("confirmed"),
    };

    private static ListApplies Applies(Row row) => row["applies_by"] switch
    {
        "submission" => ListApplies.Submission,
        "decision" => ListApplies.Decision,
        "work" => ListApplies.Work,
        _ => throw row.Bad("applies_by"),
    };

    private static HourCounting Counting(Row row) => row["hours"] switch
    {
        "started" => HourCounting.StartedHours,
        "quarter" => HourCounting.QuarterHours,
        _ => throw row.Bad("hours"),
    };

    private static VatTreatment Vat(Row row)
    {
        VatCategory category = row["vat"] switch
        {
            "S" => VatCategory.Standard,
            "E" => VatCategory.Exempt,
            "Z" => VatCategory.ZeroRated,
            "G" => VatCategory.Export,
            "O" => VatCategory.OutsideScope,
            _ => throw row.Bad("vat"),
        };
        var rate = row.Minutes("vat_basis_points");
        return category == VatCategory.Standard == rate is > 0 and < 10_000 && row["vat_reference"].Length > 0
            ? new VatTreatment(category, rate, row["vat_reference"])
            : throw row.Bad("vat_basis_points");
    }

    private static long Whole(ReferenceTable table, string cell) =>
        long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : throw new InvalidDataException($"{table.Name}: '{cell}' is no whole number.");

    private sealed record Row(ReferenceTable Table, string[] Cells)
    {
        public string this[string column] => Cells[Table.Column(column)];

        public DateOnly? Day(string column) =>
            this[column].Length == 0 ? null
            : DateOnly.TryParseExact(this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw Bad(column);

        public Money? Amount(string column) => this[column] is { Length: > 0 } cell ? new Money(Whole(Table, cell)) : null;

        public int Minutes(string column) => int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw Bad(column);

        public bool Yes(string column) => this[column] switch
        {
            "yes" => true,
            "no" => false,
            _ => throw Bad(column),
        };

        public InvalidDataException Bad(string column) => new($"{Table.Name}, list {this["id"]}: '{this[column]}' cannot stand in {column}.");
    }
}
