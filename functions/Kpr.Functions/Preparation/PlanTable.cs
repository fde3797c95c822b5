using Kpr.Core.Statistics.Orders;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation;

/// <summary>Plans the counting of a table: which partitions, as they are now, and in how many steps.</summary>
/// <param name="tables">The orders.</param>
/// <param name="counting">Keeps the plan.</param>
/// <param name="requests">Reads orders.</param>
/// <param name="partitions">The register.</param>
/// <param name="register">Its manifests.</param>
/// <param name="reads">The register of reads.</param>
/// <param name="clock">The time.</param>
public sealed class PlanTable(
    TableStore tables, CountingStore counting, TableRequests requests, ReadPartitions partitions, RegisterStore register, ReadRegister reads, TimeProvider clock)
{
    private const long RowsOfBucket = 1_000_000;
    private const int MostBuckets = 64;

    /// <summary>Plans.</summary>
    [Function(nameof(PlanTable))]
    public async Task<TableShare> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var stored = await tables.FindOrderAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no order {id}.");
        var order = stored.Order;
        var reference = await requests.ReferenceAsync(cancellationToken);
        if (TableOrderReading.Read(order, reference, out _) is { } fault)
        {
            await tables.WriteStateAsync(new TableState(id, TableStatus.Refused, fault.Message), cancellationToken);
            return new TableShare(0, 0);
        }

        await reads.NoteAsync(clock.GetUtcNow(), stored.By, "table", $"{order.Dataset} {id}", cancellationToken);
        var (units, rows) = await UnitsAsync(order, cancellationToken);
        var plan = new TablePlan(reference.Version.Id, units, (int)Math.Clamp(1 + (rows / RowsOfBucket), 1, MostBuckets));
        await counting.WritePlanAsync(id, plan, cancellationToken);
        await tables.WriteStateAsync(
            new TableState(id, TableStatus.Counting) { Reference = plan.Reference, Read = [.. plan.Units.SelectMany(unit => unit)] }, cancellationToken);
        return new TableShare(plan.Units.Count, plan.Buckets);
    }

    private async Task<(IReadOnlyList<IReadOnlyList<PlannedPartition>> Units, long Rows)> UnitsAsync(TableOrder order, CancellationToken cancellationToken)
    {
        var dataset = CountedDataset.Find(order.Dataset)!;
        var units = new SortedDictionary<string, List<PlannedPartition>>(StringComparer.Ordinal);
        var rows = 0L;
        await foreach (var partition in partitions.ListAsync(cancellationToken))
        {
            if (dataset.UnitOf(partition) is { } unit && dataset.MayHold(partition, order.From, order.To)
                && await register.FindManifestAsync(partition, cancellationToken) is { Segments.Count: > 0 } manifest)
            {
                if (!units.TryGetValue(unit, out var known))
                {
                    units.Add(unit, known = []);
                }

                known.Add(new PlannedPartition(partition, [.. manifest.Segments.Select(segment => KeyValuePair.Create(segment.Name, segment.Sha256))]));
                rows += manifest.Rows;
            }
        }

        return ([.. units.Values], rows);
    }
}
