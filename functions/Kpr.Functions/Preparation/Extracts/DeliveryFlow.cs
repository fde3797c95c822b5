using Kpr.Functions.Extracts;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// The flow of a delivery, from the release on: each file encrypted for itself into a folder of this try, then manifest, ledger and state. Nothing is a delivery before the
/// state says so.
/// </summary>
public static class DeliveryFlow
{
    /// <summary>Its name; code that would not replay an old history gets a new one (docs/adr/0020).</summary>
    public const string Name = "DeliveryFlow1";

    private const int AtOnce = 8;

    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(30, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    /// <summary>Id of the flow of a delivery.</summary>
    public static string Of(string id) => $"delivery-{id}";

    /// <summary>Runs until the extract is delivered, or is given up.</summary>
    [Function(Name)]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var id = context.GetInput<string>()!;
        var folder = $"{id}/{context.NewGuid():N}";
        var count = await context.CallActivityAsync<int>(nameof(BeginDelivery), id, Patient);
        var files = new List<ExtractFile>();
        for (var from = 0; from < count; from += AtOnce)
        {
            files.AddRange(await Task.WhenAll(Enumerable.Range(from, Math.Min(AtOnce, count - from))
                .Select(number => context.CallActivityAsync<ExtractFile>(nameof(DeliverFile), new DeliveryPart(id, folder, number), Patient))));
        }

        if (count > 0)
        {
            await context.CallActivityAsync(nameof(FinishDelivery), new DeliveryEnd(id, folder, files), Patient);
        }

        return (await context.CallActivityAsync<ExtractStatus>(nameof(SettleDelivery), id, Patient)).ToString();
    }
}
