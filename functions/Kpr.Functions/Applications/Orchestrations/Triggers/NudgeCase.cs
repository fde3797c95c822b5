using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Applications.Orchestrations.Triggers;

/// <summary>Nudges the flow of a case in which something happened. Two at once are no fault: the one that comes too late is delivered again.</summary>
public sealed class NudgeCase(MessageDelivery delivery)
{
    /// <summary>Nudges the flow.</summary>
    [Function(nameof(NudgeCase))]
    public Task Run(
        [ServiceBusTrigger(Queues.NudgeCase, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(
            Queues.NudgeCase, message, actions, NudgeJson.Default.NudgeMessage, (nudge, token) => CaseNudge.SendAsync(client, nudge.CaseId, token), cancellationToken);
}
