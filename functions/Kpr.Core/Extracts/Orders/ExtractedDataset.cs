using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Extracts.Orders;

/// <summary>What is extracted of a dataset.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Variables">Its variables, each in the form it is delivered in.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
public sealed record ExtractedDataset(string Dataset, IReadOnlyList<OrderedVariable> Variables, DateOnly From, DateOnly To)
{
    /// <summary>Which records are extracted; all must hold.</summary>
    public IReadOnlyList<OrderedFilter> Filters { get; init; } = [];
}
