using Kpr.Core.Statistics.Requests;
using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation;

/// <summary>Counts the persons and the providers of one bucket over all units, each once: they are in one bucket wherever they were counted.</summary>
/// <param name="tables">The orders.</param>
/// <param name="counting">What is counted.</param>
/// <param name="requests">Reads orders.</param>
public sealed class JoinTableBucket(TableStore tables, CountingStore counting, TableRequests requests)
{
    /// <summary>Counts.</summary>
    [Function(nameof(JoinTableBucket))]
    public async Task RunAsync([ActivityTrigger] TablePart part, CancellationToken cancellationToken)
    {
        var plan = await counting.ReadPlanAsync(part.Id, cancellationToken);
        var (table, number) = plan.OfJoin(part.Number);
        var bucket = part with { Number = number };
        var (request, layout) = (await requests.OfAsync((await tables.FindOrderAsync(part.Id, cancellationToken))!.Order, plan.Reference, cancellationToken))[table];
        var (persons, providers) = (new PersonCells(request.PlacedBy is not null), new ProviderCells());
        foreach (var unit in plan.UnitsOfTable(table))
        {
            await counting.ReadPersonsAsync(bucket, unit, persons, cancellationToken);
            await counting.ReadProvidersAsync(bucket, unit, providers, cancellationToken);
        }

        await counting.WriteJoinedAsync(part, TableTally.Of(persons, layout).Plus(TableTally.Of(providers, layout)), cancellationToken);
    }
}
