using Kpr.Core.Statistics.Orders;
using Kpr.Core.Statistics.Requests;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation;

/// <summary>Counts one unit of a table: the partitions whose records may take each other's place. Done twice, it writes the same.</summary>
/// <param name="tables">The orders.</param>
/// <param name="counting">The plan, and what is counted.</param>
/// <param name="requests">Reads orders.</param>
/// <param name="partitions">The register.</param>
/// <param name="persons">The decisions about persons.</param>
public sealed class CountTableUnit(TableStore tables, CountingStore counting, TableRequests requests, ReadPartitions partitions, PersonListStore persons)
{
    /// <summary>Counts.</summary>
    [Function(nameof(CountTableUnit))]
    public async Task RunAsync([ActivityTrigger] TablePart part, CancellationToken cancellationToken)
    {
        var ordered = (await tables.FindOrderAsync(part.Id, cancellationToken))!.Order;
        var plan = await counting.ReadPlanAsync(part.Id, cancellationToken);
        var table = plan.TableOfUnit(part.Number);
        var order = ordered.Tables[table];
        var (request, layout) = (await requests.OfAsync(ordered, plan.Reference, cancellationToken))[table];
        var dataset = CountedDataset.Find(order.Dataset)!;
        var index = await persons.GetAsync(cancellationToken);
        var standing = dataset.Standing is { } columns ? new RowStanding(columns) : null;
        var count = new TableCount(request, layout);
        Func<string, string?> person = key => index.IsErased(key) ? null : index.Current(key);
        var hasDecisions = !index.IsEmpty || index.HasLinks;

        // All that may take another's place is learnt before anything is counted.
        if (standing is not null)
        {
            await ReadAsync(plan.Units[part.Number], (_, content) => standing.Learn(content), cancellationToken);
        }

        await ReadAsync(plan.Units[part.Number], (partition, content) =>
        {
            var segment = new CountedSegment(content, dataset.IsMunicipal ? partition[(partition.LastIndexOf('/') + 1)..] : "")
            {
                DataYear = CountedDataset.LastDayOf(partition),
                Standing = standing,
            };
            if (count.Add(hasDecisions ? segment with { Person = person } : segment) is { } fault)
            {
                throw new InvalidDataException($"{partition}: {fault.Message}");
            }
        }, cancellationToken);
        await counting.WriteUnitAsync(part, count, plan.Buckets, cancellationToken);
    }

    private async Task ReadAsync(IReadOnlyList<PlannedPartition> unit, Action<string, Stream> read, CancellationToken cancellationToken)
    {
        foreach (var partition in unit)
        {
            foreach (var (name, sha256) in partition.Segments)
            {
                await using var content = await partitions.OpenAsync(partition.Partition, name, sha256, cancellationToken);
                read(partition.Partition, content);
            }
        }
    }
}
