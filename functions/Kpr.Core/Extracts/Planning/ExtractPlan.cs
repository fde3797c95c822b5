using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Population;

namespace Kpr.Core.Extracts.Planning;

/// <summary>An extract that the grant allows and that can be made. It is made anew of order, grant and reference data wherever it is needed.</summary>
/// <param name="Datasets">The datasets.</param>
/// <param name="Criteria">What finds the population; null for everybody, or for a list.</param>
/// <param name="Dates">What becomes of dates.</param>
public sealed record ExtractPlan(IReadOnlyList<PlannedDataset> Datasets, IReadOnlyList<PlannedCriterion>? Criteria, DateTreatment Dates)
{
    /// <summary>The list that says who the population is; null for none.</summary>
    public string? ListId { get; init; }

    /// <summary>The controls; null for none.</summary>
    public PlannedControls? Controls { get; init; }

    /// <summary>All tables, in order.</summary>
    public IEnumerable<ExtractTable> Tables => [.. Datasets.SelectMany(dataset => dataset.Tables), .. Controls is null ? [] : (ExtractTable[])[PopulationRows.Table]];

    /// <summary>The datasets that must be read to find the population; none where it is everybody, or a list without controls.</summary>
    public IEnumerable<ExtractSource> Scanned =>
        (Criteria ?? []).Select(criterion => criterion.Source).Concat(Controls is { } controls ? [controls.Source] : []).Distinct();

    /// <summary>Whether a partition may hold anything that finds the population.</summary>
    /// <param name="source">The dataset.</param>
    /// <param name="partition">Path of the partition, the dataset in front.</param>
    public bool MayFind(ExtractSource source, string partition) =>
        (Criteria ?? []).Any(criterion => criterion.Source == source && source.MayHold(partition, criterion.From, criterion.To))
        || (Controls is { } controls && controls.Source == source && source.MayHold(partition, controls.From, controls.To));
}
