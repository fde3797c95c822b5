using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// The flow of the keys of a batch, from its order until key files and maps are there, or it is given up. It carries ids, and names and sums of files that are encrypted.
/// </summary>
public static class LinkageKeysFlow
{
    /// <summary>Its name; code that would not replay an old history gets a new one (docs/adr/0020).</summary>
    public const string Name = "LinkageKeysFlow1";

    // An outage of a night is waited for. What fails longer is begun again by the nightly sweep.
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(30, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    /// <summary>Id of the flow of a batch.</summary>
    public static string Of(string id) => $"linkage-keys-{id}";

    /// <summary>Runs until the keys are issued, or are given up.</summary>
    [Function(Name)]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var batch = context.GetInput<LinkagePart>()!;
        var sources = await context.CallActivityAsync<int>(nameof(ReadLinkageList), batch, Patient);
        var files = new List<ExtractFile>();
        for (var source = 0; source < sources; source++)
        {
            // One after the other: each holds the list in memory.
            files.AddRange(await context.CallActivityAsync<List<ExtractFile>>(nameof(IssueSourceKeys), batch with { Number = source }, Patient));
        }

        return (await context.CallActivityAsync<LinkageStatus>(nameof(FinishLinkageKeys), new LinkageEnd(batch.Case, batch.Id, files), Patient)).ToString();
    }
}
