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
    public async Task RunAsync([ActivityTrigger] TablePart bucket, CancellationToken cancellationToken)
    {
        var plan = await counting.ReadPlanAsync(bucket.Id, cancellationToken);
        var (request, layout) = await requests.OfAsync((await tables.FindOrderAsync(bucket.Id, cancellationToken))!.Order, plan.Reference, cancellationToken);
        var (persons, providers) = (new PersonCells(request.PlacedBy is not null), new ProviderCells());
        for (var unit = 0; unit < plan.Units.Count; unit++)
        {
            await counting.ReadPersonsAsync(bucket, unit, persons, cancellationToken);
            await counting.ReadProvidersAsync(bucket, unit, providers, cancellationToken);
        }

        await counting.WriteJoinedAsync(bucket, TableTally.Of(persons, layout).Plus(TableTally.Of(providers, layout)), cancellationToken);
    }
}
