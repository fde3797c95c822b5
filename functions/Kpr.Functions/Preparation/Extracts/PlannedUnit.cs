using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>What must be read together, since records of it take each other's place.</summary>
/// <param name="Source">Name of the dataset.</param>
/// <param name="Partitions">The partitions, with the segments of their manifests.</param>
/// <param name="Dataset">Which dataset of the plan it is extracted for, by its place; 0 for what is read to find the population.</param>
public sealed record PlannedUnit(string Source, IReadOnlyList<PlannedPartition> Partitions, int Dataset = 0);
