using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation;

/// <summary>How a table is counted.</summary>
/// <param name="Reference">Version of the reference data that all steps use.</param>
/// <param name="Units">What is counted together, each by a step of its own.</param>
/// <param name="Buckets">In how many parts the persons are joined.</param>
public sealed record TablePlan(string Reference, IReadOnlyList<IReadOnlyList<PlannedPartition>> Units, int Buckets);
