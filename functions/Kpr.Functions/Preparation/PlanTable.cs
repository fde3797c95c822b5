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
        if (LinkedOrder.Read(order, reference, out _) is { } fault)
        {
            await tables.WriteStateAsync(new TableState(id, TableStatus.Refused, fault.Message), cancellationToken);
            return new TableShare(0, 0);
        }

        foreach (var dataset in order.Tables.Select(table => table.Dataset).Distinct(StringComparer.Ordinal))
        {
            await reads.NoteAsync(clock.GetUtcNow(), stored.By, "table", $"{dataset} {id}", cancellationToken);
        }

        var planned = await UnitsAsync(order.Tables, cancellationToken);
        var plan = new TablePlan(
            reference.Version.Id, [.. planned.SelectMany(table => table.Units)], (int)Math.Clamp(1 + (planned.Max(table => table.Rows) / RowsOfBucket), 1, MostBuckets))
        {
            UnitsOf = planned.Count == 1 ? null : [.. planned.Select(table => table.Units.Count)],
        };
        await counting.WritePlanAsync(id, plan, cancellationToken);
        await tables.WriteStateAsync(new TableState(id, TableStatus.Counting) { Reference = plan.Reference, Read = plan.Read }, cancellationToken);
        return new TableShare(plan.Units.Count, plan.Tables * plan.Buckets);
    }

    // All tables of a request read a partition as it was at one moment.
    private async Task<IReadOnlyList<(IReadOnlyCollection<List<PlannedPartition>> Units, long Rows)>> UnitsAsync(IReadOnlyList<TableOrder> orders, CancellationToken cancellationToken)
    {
        var units = orders.Select(_ => new SortedDictionary<string, List<PlannedPartition>>(StringComparer.Ordinal)).ToArray();
        var rows = new long[orders.Count];
        await foreach (var partition in partitions.ListAsync(cancellationToken))
        {
            var asked = Enumerable.Range(0, orders.Count).Where(at => Holds(orders[at], partition)).ToArray();
            if (asked.Length == 0 || await register.FindManifestAsync(partition, cancellationToken) is not { Segments.Count: > 0 } manifest)
            {
                continue;
            }

            var planned = new PlannedPartition(partition, [.. manifest.Segments.Select(segment => KeyValuePair.Create(segment.Name, segment.Sha256))]);
            foreach (var at in asked)
            {
                var unit = CountedDataset.Find(orders[at].Dataset)!.UnitOf(partition)!;
                if (!units[at].TryGetValue(unit, out var known))
                {
                    units[at].Add(unit, known = []);
                }

                known.Add(planned);
                rows[at] += manifest.Rows;
            }
        }

        return [.. units.Select((table, at) => ((IReadOnlyCollection<List<PlannedPartition>>)table.Values, rows[at]))];
    }

    private static bool Holds(TableOrder order, string partition) =>
        CountedDataset.Find(order.Dataset) is { } dataset && dataset.UnitOf(partition) is not null && dataset.MayHold(partition, order.From, order.To);
}
