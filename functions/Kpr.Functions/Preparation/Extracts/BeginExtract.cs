using Kpr.Functions.Extracts;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Begins what follows from the state of an extract, where nobody is at it. Doing so too often does nothing.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="forget">Forgets what was given up.</param>
public sealed class BeginExtract(ExtractStore extracts, ForgetExtract forget)
{
    /// <summary>Begins.</summary>
    public async Task RunAsync(DurableTaskClient client, string id, CancellationToken cancellationToken)
    {
        if (await extracts.FindOrderAsync(id, cancellationToken) is null)
        {
            return;
        }

        var state = await ReleasedAsync(id, await extracts.FindStateAsync(id, cancellationToken), cancellationToken);
        var (name, instance) = state?.Status switch
        {
            null or ExtractStatus.Ordered or ExtractStatus.Planned or ExtractStatus.Extracting => (ExtractFlow.Name, ExtractFlow.Of(id)),
            ExtractStatus.Released => (DeliveryFlow.Name, DeliveryFlow.Of(id)),
            _ => ("", ""),
        };
        if (name.Length == 0)
        {
            // A flow that is at it forgets at its end, and so does the nightly sweep.
            if (state!.IsEnded && !await RunsAsync(client, ExtractFlow.Of(id), cancellationToken) && !await RunsAsync(client, DeliveryFlow.Of(id), cancellationToken))
            {
                await forget.RunAsync(id, cancellationToken);
            }
        }
        else if (!await RunsAsync(client, instance, cancellationToken))
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, id, new StartOrchestrationOptions(instance), cancellationToken);
        }
    }

    // The release is kept first, and the message says no more than an id.
    private async Task<ExtractState?> ReleasedAsync(string id, ExtractState? state, CancellationToken cancellationToken) =>
        state is { Status: ExtractStatus.Prepared } && await extracts.FindReleaseAsync(id, cancellationToken) is { } release
            ? await extracts.ChangeStateAsync(
                id, now => now.Status == ExtractStatus.Prepared ? now with { Status = ExtractStatus.Released, ReleasedBy = release.By } : now, cancellationToken)
            : state;

    private static async Task<bool> RunsAsync(DurableTaskClient client, string instance, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(instance, cancellationToken) is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended };
}
