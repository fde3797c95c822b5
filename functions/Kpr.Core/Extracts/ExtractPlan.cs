namespace Kpr.Core.Extracts;

/// <summary>An extract that the grant allows and that can be made. It is made anew of order, grant and reference data wherever it is needed.</summary>
/// <param name="Datasets">The datasets.</param>
/// <param name="Criteria">What finds the population; null for everybody, or for a list.</param>
/// <param name="Dates">What becomes of dates.</param>
public sealed record ExtractPlan(IReadOnlyList<PlannedDataset> Datasets, IReadOnlyList<PlannedCriterion>? Criteria, DateTreatment Dates)
{
    /// <summary>The list that says who the population is; null for none.</summary>
    public string? ListId { get; init; }

    /// <summary>The controls; null for none.</summary>
    public ControlMatching? Controls { get; init; }

    /// <summary>All tables, in order.</summary>
    public IEnumerable<ExtractTable> Tables => Datasets.SelectMany(dataset => dataset.Tables);

    /// <summary>The datasets that must be read to find the population; none where it is everybody, or a list without controls.</summary>
    public IEnumerable<ExtractSource> Scanned => (Criteria ?? []).Select(criterion => criterion.Source).Concat(Controls is null ? [] : [ExtractSource.Find(Controls.Dataset)!]).Distinct();
}
