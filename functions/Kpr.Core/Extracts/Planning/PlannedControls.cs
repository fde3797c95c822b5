using Kpr.Core.Extracts.Orders;

namespace Kpr.Core.Extracts.Planning;

/// <summary>Controls that can be chosen.</summary>
/// <param name="Source">The dataset that they are found in.</param>
/// <param name="From">First day on which a person must have a record to be chosen.</param>
/// <param name="To">Last day.</param>
/// <param name="PerPerson">How many for each person of the population.</param>
public sealed record PlannedControls(ExtractSource Source, DateOnly From, DateOnly To, int PerPerson)
{
    /// <summary>What must agree, in the forms that the decision opens.</summary>
    internal IReadOnlyList<PlannedColumn> By { get; init; } = [];
}
