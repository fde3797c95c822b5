namespace Kpr.Functions.Preparation.Extracts;

/// <summary>What a unit gave: only the runs that are named here belong to the extract.</summary>
/// <param name="Rows">Number of rows of the dataset.</param>
/// <param name="Runs">Number of runs by table.</param>
public sealed record UnitYield(long Rows, IReadOnlyDictionary<string, int> Runs);
