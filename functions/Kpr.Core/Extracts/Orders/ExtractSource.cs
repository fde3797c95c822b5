using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;

namespace Kpr.Core.Extracts.Orders;

/// <summary>What extracts must know of a dataset.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Row">What a row is called in names of tables and keys: regning, hendelse.</param>
/// <param name="Norwegian">What a row is, in Norwegian.</param>
/// <param name="English">What a row is, in English.</param>
/// <param name="Id">The column that names a row; where it is empty the segment and the place in it do.</param>
/// <param name="Counted">How its rows are timed, and how they take each other's place.</param>
public sealed record ExtractSource(string Name, string Row, string Norwegian, string English, string Id, CountedDataset Counted)
{
    /// <summary>The last day of the year that an annual report is about: it stands in the path of the partition.</summary>
    public const string ReportDay = "dataar";

    /// <summary>The datasets that extracts can be made of.</summary>
    public static IReadOnlyList<ExtractSource> All { get; } =
    [
        new("care-events", "hendelse", "Hendelser i omsorgstjenesten", "Events in care services", "notifikasjonGUID", CountedDataset.Find("care-events")!),
        new("care-report", "rapport", "Mottakere av omsorgstjenester, år for år", "Recipients of care services, year by year", "pasientGUID", CountedDataset.Find("care-report")!),
        new("claims", "regning", "Regninger", "Claims", "guid", CountedDataset.Find("claims")!),
        new("school-health", "konsultasjon", "Konsultasjoner i helsestasjon og skolehelsetjeneste", "Consultations of health stations and school health", "notifikasjonGUID", CountedDataset.Find("school-health")!),
    ];

    /// <summary>Whether a row is about a whole year, and stands for itself alone.</summary>
    public bool IsAnnual => Counted.Time == ReportDay;

    /// <summary>The dataset of a name; null when there is none.</summary>
    public static ExtractSource? Find(string name) => All.FirstOrDefault(source => source.Name == name);

    /// <summary>The dataset of a partition; null when extracts are not made of it.</summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    public static ExtractSource? OfPartition(string partition) => Find(partition[..Math.Max(0, partition.IndexOf('/', StringComparison.Ordinal))]);

    /// <summary>What must be read together, as tables do; null for a partition of which nothing is extracted: what KUHR refused, the pseudonyms of IPLOS.</summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    public string? UnitOf(string partition) => Counted.UnitOf(partition);

    /// <summary>Whether a partition may hold anything of a period.</summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public bool MayHold(string partition, DateOnly from, DateOnly to) =>
        IsAnnual ? YearOf(partition) is { } year && new DateOnly(year, 1, 1) >= from && new DateOnly(year, 12, 31) <= to : Counted.MayHold(partition, from, to);

    /// <summary>Learns which rows count; null where each stands for itself.</summary>
    public RowStanding? NewStanding() => Counted.Standing is { } standing ? new RowStanding(standing) : null;

    /// <summary>Whether the dataset has a column, those that stand in the partition's path among them.</summary>
    internal bool Has(string column) => VariableCatalogue.Find($"{Name}.{column}") is not null || (IsAnnual && column == ReportDay);

    /// <summary>The year in a partition's path; null where there is none.</summary>
    internal static int? YearOf(string partition) =>
        partition.Split('/') is [_, { Length: 4 } text, ..] && int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) ? year : null;
}
