using System.Globalization;
using Kpr.Core.Catalogue.Variables;
using Kpr.Core.Formats;

namespace Kpr.Core.Statistics.Orders;

/// <summary>What tables must know of a dataset.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Time">The column that says when a contact was.</param>
/// <param name="Standing">The columns by which records take each other's place; null where the manifest tells which segments count.</param>
public sealed record CountedDataset(string Name, string Time, StandingColumns? Standing)
{
    private static readonly StandingColumns Notifications = new("notifikasjonGUID", "notifikasjonRef", "notifikasjonTid", "statusNotifikasjon");

    /// <summary>
    /// The columns that tell who provided what a record tells of: the first that is filled in counts. The municipality that sent it stands in its place
    /// where no provider is named.
    /// </summary>
    public IReadOnlyList<string> Providers { get; init; } = [VariableCatalogue.Sender.Name];

    /// <summary>
    /// The columns that are lists: a table by one of them counts what stands in the list, each kind once for a record, and not records.
    /// </summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>The year that a report is about: told by the path of the partition, as its last day.</summary>
    public static CatalogueVariable DataYear { get; } = new(
        "care-report", new RegisterColumn("dataar", "date", "Dataår"), "Data year", null, 'c', Sensitivity.Administrative, ["year"], default);

    /// <summary>The datasets that tables can be made of.</summary>
    public static IReadOnlyList<CountedDataset> All { get; } =
    [
        new("care-events", "hendelseDato", Notifications) { Providers = ["tjenesteOrgNr", VariableCatalogue.Sender.Name] },
        new("claims", "tidspunkt", new StandingColumns("guid", "krediterer", null, null) { OwnCredit = new("egenandelStatus", "5") }) { Providers = ["praksisOrgNr", "praksisId", "avsenderOrgNr", "behandlerHpr"] },
        new("school-health", "datoTidStart", Notifications),
        new("care-report", DataYear.Column.Name, null) { Lists = ["tjenester", "saker"] },
    ];

    /// <summary>Whether municipalities send it: the path of a partition then names the one that did.</summary>
    public bool IsMunicipal => VariableCatalogue.Find($"{Name}.{VariableCatalogue.Sender.Name}") is not null;

    /// <summary>The dataset of a name; null when there is none.</summary>
    public static CountedDataset? Find(string name) => All.FirstOrDefault(dataset => dataset.Name == name);

    /// <summary>A variable of the dataset by its name; null when there is none.</summary>
    public CatalogueVariable? Variable(string name) =>
        Time == DataYear.Column.Name && name == Time ? DataYear : VariableCatalogue.Find($"{Name}.{name}");

    /// <summary>
    /// What must be counted together, since records of it may take each other's place: all years of a municipality, or a partition of
    /// its own. Null for a partition that counts in no statistics: what KUHR refused (K25).
    /// </summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    public string? UnitOf(string partition)
    {
        var parts = partition.Split('/');
        return parts[0] != Name || parts is not [_, { Length: 4 }, ..] ? null : IsMunicipal && Standing is not null ? $"{Name}/{parts[^1]}" : partition;
    }

    /// <summary>Whether a partition may hold anything of a period.</summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public bool MayHold(string partition, DateOnly from, DateOnly to)
    {
        // A correction may lie in another year than what it corrects.
        var parts = partition.Split('/');
        return (IsMunicipal && Standing is not null)
            || (Standing is null && LastDayOf(partition) is { Length: > 0 } last && DateOnly.ParseExact(last, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var day && from <= day && day <= to)
            || (parts is [_, { Length: 4 } year, { Length: 2 } month, ..] && int.TryParse(year, out var y) && int.TryParse(month, out var m)
            && ((y * 12) + m) >= (from.Year * 12) + from.Month && (y * 12) + m <= (to.Year * 12) + to.Month);
    }

    /// <summary>The last day of the data year of a partition; empty where its path tells of none.</summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    public static string LastDayOf(string partition) =>
        partition.Split('/') is [_, { Length: 4 } year, ..] && year.All(char.IsAsciiDigit) && year != "0000" ? $"{year}-12-31" : "";
}
