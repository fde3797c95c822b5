using Kpr.Core.Extracts.Orders;
using Kpr.Core.Extracts.Rows;
using Kpr.Core.Statistics.Requests;
using Kpr.Functions.Register;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Reads the segments of a unit, as the plan names them.</summary>
/// <param name="partitions">The register.</param>
public sealed class UnitReading(ReadPartitions partitions)
{
    /// <summary>Reads a unit: all that may take another's place is learnt before anything is given.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="read">Takes each segment, with what was learnt of the whole unit.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RunAsync(PlannedUnit unit, Func<ExtractSegment, RowStanding?, Task> read, CancellationToken cancellationToken)
    {
        var standing = ExtractSource.Find(unit.Source)!.NewStanding();
        if (standing is not null)
        {
            await EachAsync(unit, segment =>
            {
                standing.Learn(segment.Content);
                return Task.CompletedTask;
            }, cancellationToken);
        }

        await EachAsync(unit, segment => read(segment, standing), cancellationToken);
    }

    private async Task EachAsync(PlannedUnit unit, Func<ExtractSegment, Task> read, CancellationToken cancellationToken)
    {
        foreach (var partition in unit.Partitions)
        {
            foreach (var (name, sha256) in partition.Segments)
            {
                await using var content = await partitions.OpenAsync(partition.Partition, name, sha256, cancellationToken);
                await read(new ExtractSegment(partition.Partition, name, content));
            }
        }
    }
}
