using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>The flow of the right to use the data: it keeps time for the case from the day they are in use, through the notices of the end, until deletion is attested.</summary>
public static class ExpiryFlow
{
    /// <summary>Runs until it is over.</summary>
    [Function(CaseFlowNames.Expiry)]
    public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => PartFlow.RunAsync(context, nameof(MoveUse));
}
