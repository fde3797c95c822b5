using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Planning;

/// <summary>A criterion of a population that can be asked for.</summary>
/// <param name="Source">The dataset.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="AtLeast">The least number of records.</param>
public sealed record PlannedCriterion(ExtractSource Source, DateOnly From, DateOnly To, int AtLeast)
{
    /// <summary>What the records must fulfil.</summary>
    internal IReadOnlyList<RowFilter> Filters { get; init; } = [];
}
