using Kpr.Core.Catalogue.Variables;

namespace Kpr.Core.Statistics.Orders;

/// <summary>What tables must know of a dataset.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Time">The column that says when a contact was.</param>
/// <param name="Standing">The columns by which records take each other's place.</param>
public sealed record CountedDataset(string Name, string Time, StandingColumns Standing)
{
    private static readonly StandingColumns Notifications = new("notifikasjonGUID", "notifikasjonRef", "notifikasjonTid", "statusNotifikasjon");

    /// <summary>
    /// The columns that tell who provided what a record tells of: the first that is filled in counts. The municipality that sent it stands in its place
    /// where no provider is named.
    /// </summary>
    public IReadOnlyList<string> Providers { get; init; } = [VariableCatalogue.Sender.Name];

    /// <summary>The datasets that tables can be made of.</summary>
    public static IReadOnlyList<CountedDataset> All { get; } =
    [
        new("care-events", "hendelseDato", Notifications) { Providers = ["tjenesteOrgNr", VariableCatalogue.Sender.Name] },
        new("claims", "tidspunkt", new StandingColumns("guid", "krediterer", null, null)) { Providers = ["praksisOrgNr", "praksisId", "avsenderOrgNr", "behandlerHpr"] },
        new("school-health", "datoTidStart", Notifications),
    ];

    /// <summary>Whether municipalities send it: the path of a partition then names the one that did.</summary>
    public bool IsMunicipal => VariableCatalogue.Find($"{Name}.{VariableCatalogue.Sender.Name}") is not null;

    /// <summary>The dataset of a name; null when there is none.</summary>
    public static CountedDataset? Find(string name) => All.FirstOrDefault(dataset => dataset.Name == name);

    /// <summary>
    /// What must be counted together, since records of it may take each other's place: all years of a municipality, or a partition of
    /// its own. Null for a partition that counts in no statistics: what KUHR refused (K25).
    /// </summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    public string? UnitOf(string partition)
    {
        var parts = partition.Split('/');
        return parts[0] != Name || parts is not [_, { Length: 4 }, ..] ? null : IsMunicipal ? $"{Name}/{parts[^1]}" : partition;
    }

    /// <summary>Whether a partition may hold anything of a period.</summary>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public bool MayHold(string partition, DateOnly from, DateOnly to)
    {
        // A correction may lie in another year than what it corrects.
        var parts = partition.Split('/');
        return IsMunicipal || (parts is [_, { Length: 4 } year, { Length: 2 } month, ..] && int.TryParse(year, out var y) && int.TryParse(month, out var m)
            && ((y * 12) + m) >= (from.Year * 12) + from.Month && (y * 12) + m <= (to.Year * 12) + to.Month);
    }
}
