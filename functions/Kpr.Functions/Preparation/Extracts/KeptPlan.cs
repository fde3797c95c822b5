using Kpr.Core.Extracts.Orders;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>How an extract is made: what all steps agree on.</summary>
/// <param name="Grant">What the case allowed when it was planned.</param>
/// <param name="Project">Id of the project, whose secret makes the keys.</param>
/// <param name="Reference">Version of the reference data.</param>
/// <param name="At">When it was planned (UTC).</param>
/// <param name="Scans">What is read to find the population.</param>
/// <param name="Units">What is extracted.</param>
/// <param name="Buckets">In how many parts the population is joined; 0 where nothing is.</param>
public sealed record KeptPlan(ExtractGrant Grant, string Project, string Reference, DateTime At, IReadOnlyList<PlannedUnit> Scans, IReadOnlyList<PlannedUnit> Units, int Buckets);
