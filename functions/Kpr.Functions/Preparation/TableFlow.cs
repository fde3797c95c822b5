using Kpr.Functions.Statistics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Preparation;

/// <summary>
/// The flow of a table: planned, counted unit by unit, persons joined bucket by bucket, added up, protected and audited, and what lay between
/// forgotten. It carries ids and numbers of parts, nothing of what is counted.
/// </summary>
public static class TableFlow
{
    /// <summary>Its name; code that would not replay an old history gets a new one (docs/adr/0020).</summary>
    public const string Name = "TableFlow1";

    // So many steps at once: a national year of municipalities is eleven rounds.
    private const int AtOnce = 32;

    // A table is ordered by somebody who waits: an outage of hours ends it, and it is ordered again.
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(8, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    /// <summary>Id of the flow of a table.</summary>
    public static string Of(string id) => $"table-{id}";

    /// <summary>Runs until the table is done or refused.</summary>
    [Function(Name)]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var id = context.GetInput<string>()!;
        var share = await context.CallActivityAsync<TableShare>(nameof(PlanTable), id, Patient);
        if (share.Buckets == 0)
        {
            return nameof(TableStatus.Refused);
        }

        await EachAsync(context, nameof(CountTableUnit), id, share.Units);
        await EachAsync(context, nameof(JoinTableBucket), id, share.Buckets);
        var status = await context.CallActivityAsync<TableStatus>(nameof(FinishTable), id, Patient);
        await context.CallActivityAsync(nameof(ForgetCounting), id, Patient);
        return status.ToString();
    }

    private static async Task EachAsync(TaskOrchestrationContext context, string activity, string id, int count)
    {
        for (var from = 0; from < count; from += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(from, Math.Min(AtOnce, count - from)).Select(number => context.CallActivityAsync(activity, new TablePart(id, number), Patient)));
        }
    }
}
