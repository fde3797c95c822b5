using Kpr.Functions.Linkages;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>Begins what follows from the state of a batch and from its case, where nobody is at it. Doing so too often does nothing.</summary>
/// <param name="linkages">The orders.</param>
/// <param name="look">What the case says.</param>
/// <param name="destroy">Deletes what is over.</param>
public sealed class BeginLinkage(LinkageStore linkages, LookAtBatch look, DestroyBatch destroy)
{
    /// <summary>Begins.</summary>
    public async Task RunAsync(DurableTaskClient client, string caseId, string id, CancellationToken cancellationToken)
    {
        if (await LookAsync(caseId, id, cancellationToken) && !await RunsAsync(client, LinkageKeysFlow.Of(id), cancellationToken))
        {
            await client.ScheduleNewOrchestrationInstanceAsync(LinkageKeysFlow.Name, new LinkagePart(caseId, id), new StartOrchestrationOptions(LinkageKeysFlow.Of(id)), cancellationToken);
        }
    }

    /// <summary>Ends and deletes what is over.</summary>
    /// <returns>Whether its keys are still to be made.</returns>
    public async Task<bool> LookAsync(string caseId, string id, CancellationToken cancellationToken)
    {
        if (await linkages.FindOrderAsync(caseId, id, cancellationToken) is not { } order)
        {
            return false;
        }

        // A flow that is at it meanwhile deletes at its end what it wrote since.
        var state = await look.RunAsync(order, cancellationToken);
        if (state.Status is LinkageStatus.Ended or LinkageStatus.Refused && await destroy.IsLeftAsync(state, cancellationToken))
        {
            await destroy.RunAsync(order, cancellationToken);
        }

        return state.Status == LinkageStatus.Ordered;
    }

    private static async Task<bool> RunsAsync(DurableTaskClient client, string instance, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(instance, cancellationToken) is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended };
}
