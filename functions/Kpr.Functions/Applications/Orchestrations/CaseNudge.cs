using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>Nudges the flow of a case, and begins it where none runs. Doing so too often only makes it look once more.</summary>
internal static class CaseNudge
{
    /// <summary>Nudges.</summary>
    public static async Task SendAsync(DurableTaskClient client, string caseId, CancellationToken cancellationToken)
    {
        var id = CaseFlowNames.OfCase(caseId);
        var known = await client.GetInstanceAsync(id, cancellationToken);
        if (known is { RuntimeStatus: OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Suspended })
        {
            await client.RaiseEventAsync(id, CaseFlowNames.Nudge, true, cancellationToken);
            return;
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            CaseFlowNames.Case, new CaseFlowInput(caseId), new StartOrchestrationOptions(id), cancellationToken);
    }
}
