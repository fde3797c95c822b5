using System.Text.Json.Serialization;
using Kpr.Functions.Statistics;

namespace Kpr.Functions.Preparation;

/// <summary>How the tables of a request are counted.</summary>
/// <param name="Reference">Version of the reference data that all steps use.</param>
/// <param name="Units">What is counted together, each by a step of its own; those of the first table first.</param>
/// <param name="Buckets">In how many parts the persons of each table are joined.</param>
public sealed record TablePlan(string Reference, IReadOnlyList<IReadOnlyList<PlannedPartition>> Units, int Buckets)
{
    /// <summary>How many of the units each table has; null for one table, which has all.</summary>
    public IReadOnlyList<int>? UnitsOf { get; init; }

    /// <summary>Number of tables.</summary>
    [JsonIgnore]
    public int Tables => UnitsOf?.Count ?? 1;

    /// <summary>All partitions that are read, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<PlannedPartition> Read => [.. Units.SelectMany(unit => unit).DistinctBy(partition => partition.Partition)];

    /// <summary>The numbers of a table's units.</summary>
    public IEnumerable<int> UnitsOfTable(int table) => UnitsOf is null ? Enumerable.Range(0, Units.Count) : Enumerable.Range(UnitsOf.Take(table).Sum(), UnitsOf[table]);

    /// <summary>The table that a unit is counted for.</summary>
    public int TableOfUnit(int unit) => Enumerable.Range(0, Tables).First(table => UnitsOfTable(table).Contains(unit));

    /// <summary>The numbers of the steps that join a table's buckets.</summary>
    public IEnumerable<int> JoinsOfTable(int table) => Enumerable.Range(table * Buckets, Buckets);

    /// <summary>The table and the bucket that a step joins.</summary>
    public (int Table, int Bucket) OfJoin(int number) => (number / Buckets, number % Buckets);
}
