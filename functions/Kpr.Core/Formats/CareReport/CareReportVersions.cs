namespace Kpr.Core.Formats.CareReport;

/// <summary>
/// The versions that the register takes, by data year. Last year's data are reported before a system changes version,
/// and corrected afterwards, so versions stand side by side at the turn of the year. A new version is a line here.
/// </summary>
public static class CareReportVersions
{
    /// <summary>First year of the register IPLOS.</summary>
    public const int FirstHistoryYear = 2006;

    /// <summary>Last year of the register IPLOS, and first of KPR: the year stands in both.</summary>
    public const int LastHistoryYear = 2017;

    /// <summary>All versions, oldest first.</summary>
    public static IReadOnlyList<CareReportVersion> All { get; } =
    [
        new("3.0.5", FirstHistoryYear, 2018, false),
        new("3.0.6", FirstHistoryYear, 2018, false),
        new("3.7", 2019, null, false),
        new("3.7.1", 2019, null, false),
        new("57.0.1", 2023, null, true),
    ];

    /// <summary>The version of a number; null when the register does not know it.</summary>
    public static CareReportVersion? Find(string? number) => All.FirstOrDefault(version => version.Number == number);

    /// <summary>Whether the register takes a shipment about a data year in a version.</summary>
    public static bool Takes(string? number, CareReportShipment shipment, int dataYear) =>
        Find(number) is { } version && version.IsFor(dataYear)
        && (shipment == CareReportShipment.History ? dataYear <= LastHistoryYear : dataYear >= LastHistoryYear);
}
