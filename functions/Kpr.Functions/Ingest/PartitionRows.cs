using Kpr.Core.Reporting;

namespace Kpr.Functions.Ingest;

/// <summary>The rows of a chunk for one partition.</summary>
/// <param name="Partition">Path of the partition below the feed's folder.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Figures">The rows by period and service.</param>
public sealed record PartitionRows(string Partition, long Rows, IReadOnlyList<Figure> Figures)
{
    /// <summary>The partition and its number of rows alone.</summary>
    public void Deconstruct(out string partition, out long rows) => (partition, rows) = (Partition, Rows);
}
