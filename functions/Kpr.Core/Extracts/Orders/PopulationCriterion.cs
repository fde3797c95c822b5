using Kpr.Core.Statistics.Orders;

namespace Kpr.Core.Extracts.Orders;

/// <summary>Persons with at least so many records of a dataset in a period that fulfil all filters.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Filters">What the records must fulfil.</param>
/// <param name="AtLeast">The least number of such records, 1 or more.</param>
public sealed record PopulationCriterion(string Dataset, DateOnly From, DateOnly To, IReadOnlyList<OrderedFilter> Filters, int AtLeast = 1);
