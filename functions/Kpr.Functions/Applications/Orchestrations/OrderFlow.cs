using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>The flow of an order of one register, from placing to receipt.</summary>
public static class OrderFlow
{
    /// <summary>Runs until it is over.</summary>
    [Function(CaseFlowNames.Order)]
    public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => PartFlow.RunAsync(context, nameof(LookAtOrder));
}
