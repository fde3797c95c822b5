using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Kpr.Functions.Applications.Orchestrations;

/// <summary>The flow of a linkage, the barrier over the orders that go to the linker. Its status tells how many have come.</summary>
public static class LinkageFlow
{
    /// <summary>Runs until it is over.</summary>
    [Function(CaseFlowNames.Linkage)]
    public static Task<string> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) => PartFlow.RunAsync(context, nameof(LookAtLinkage));
}
