using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// The flow of an extract, from its order until it waits for release: planned, population found and joined, extracted unit by unit, merged table by table, packed, and what lay
/// between forgotten. It carries ids and numbers of parts, nothing of any person.
/// </summary>
public static class ExtractFlow
{
    /// <summary>Its name; code that would not replay an old history gets a new one (docs/adr/0020).</summary>
    public const string Name = "ExtractFlow1";

    // So many steps at once, as with tables.
    private const int AtOnce = 32;

    // An extract is made over hours: an outage of a night is waited for. What fails longer is begun again by the nightly sweep.
    private static readonly TaskOptions Patient = TaskOptions.FromRetryPolicy(
        new RetryPolicy(30, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(30)));

    /// <summary>Id of the flow of an extract.</summary>
    public static string Of(string id) => $"extract-{id}";

    /// <summary>Runs until the extract is prepared, or is given up.</summary>
    [Function(Name)]
    public static async Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var id = context.GetInput<string>()!;
        var share = await context.CallActivityAsync<ExtractShare>(nameof(PlanExtract), id, Patient);
        var end = share.Goes && await PopulationAsync(context, id, share) ? await MakeAsync(context, id, share) : PackOutcome.Ended;
        if (end == PackOutcome.Outdated)
        {
            // Somebody's deletion or objection was decided meanwhile: all is planned anew.
            context.ContinueAsNew(id);
            return end.ToString();
        }

        await context.CallActivityAsync(nameof(ForgetExtract), id, Patient);
        return end.ToString();
    }

    private static async Task<bool> PopulationAsync(TaskOrchestrationContext context, string id, ExtractShare share)
    {
        if (share.HasList && !await context.CallActivityAsync<bool>(nameof(ReadExtractList), id, Patient))
        {
            return false;
        }

        await EachAsync(context, nameof(ScanExtractPopulation), id, share.Scans);
        await EachAsync(context, nameof(JoinExtractPopulation), id, share.Buckets);
        await EachAsync(context, nameof(ChooseExtractControls), id, share.Likes);
        return await context.CallActivityAsync<bool>(nameof(BeginExtracting), id, Patient);
    }

    private static async Task<PackOutcome> MakeAsync(TaskOrchestrationContext context, string id, ExtractShare share)
    {
        await EachAsync(context, nameof(ExtractUnit), id, share.Units);
        await EachAsync(context, nameof(MergeExtractTable), id, share.Tables);
        return await context.CallActivityAsync<PackOutcome>(nameof(PackExtract), id, Patient);
    }

    private static async Task EachAsync(TaskOrchestrationContext context, string activity, string id, int count)
    {
        for (var from = 0; from < count; from += AtOnce)
        {
            await Task.WhenAll(Enumerable.Range(from, Math.Min(AtOnce, count - from)).Select(number => context.CallActivityAsync(activity, new ExtractPart(id, number), Patient)));
        }
    }
}
