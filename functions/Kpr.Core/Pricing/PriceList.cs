namespace Kpr.Core.Pricing;

/// <summary>A price list (prisliste) of a payee, with its dates and its source. Amounts are without VAT. Source of the form: helseregisterloven § 19 g, forskrift 2023-01-11-48 § 8; R37–R42.</summary>
/// <param name="Id">Id, for example <c>hds-2024</c>. Stands on estimates and invoices.</param>
/// <param name="Payee">Code of the payee: <c>hds</c>, <c>fhi</c>, <c>kreft</c>, <c>ssb</c>.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day; null until it is replaced.</param>
/// <param name="Applies">Which day of a case it is chosen by.</param>
/// <param name="Counting">How minutes become hours.</param>
/// <param name="Rates">Hourly rates by grade.</param>
/// <param name="Vat">How its prices are taxed.</param>
/// <param name="Source">Where it was published.</param>
public sealed record PriceList(
    string Id, string Payee, DateOnly ValidFrom, DateOnly? ValidTo, ListApplies Applies, HourCounting Counting, IReadOnlyList<HourlyRate> Rates, VatTreatment Vat, string Source)
{
    /// <summary>Base price of an application for one data source; null where there is none.</summary>
    public Money? BaseOneSource { get; init; }

    /// <summary>Base price of an application for several data sources (R1).</summary>
    public Money? BaseSeveralSources { get; init; }

    /// <summary>Statistics of less than this many minutes are not billed (R42).</summary>
    public int StatisticsFreeBelow { get; init; }

    /// <summary>The first minutes of statistics that are never billed: 120 bills from the third hour (R41).</summary>
    public int StatisticsFreeFirst { get; init; }

    /// <summary>Minutes that data about persons cost at least (R41).</summary>
    public int PersonLevelMinimum { get; init; }

    /// <summary>Bodies that pay nothing up to <see cref="ExemptUpTo"/>, by code (<see cref="ExemptBodies"/>).</summary>
    public IReadOnlyList<string> Exempt { get; init; } = [];

    /// <summary>Minutes up to which an exempt body pays nothing.</summary>
    public int ExemptUpTo { get; init; }

    /// <summary>Whether flagged students up to master's with anonymous data pay nothing (R40).</summary>
    public bool StudentsFree { get; init; }

    /// <summary>Whether refreshing data within an earlier decision is free (R40).</summary>
    public bool RefreshFree { get; init; }

    /// <summary>False for figures that no public page dates: sample configuration.</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>Whether the list is in force on a day.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    /// <summary>The base price for a number of sources; nothing where the list has none.</summary>
    public Money BasePrice(int sources) => (sources > 1 ? BaseSeveralSources : BaseOneSource) ?? Money.Zero;

    /// <summary>The rate of a grade; null when the list has no such grade. A list with one rate has it for every grade.</summary>
    public HourlyRate? Rate(string? grade) =>
        Rates is [{ Grade: "" } only] ? only : Rates.FirstOrDefault(rate => rate.Grade == (grade ?? ""));
}
