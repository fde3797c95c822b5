using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Linkages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Preparation.Linkages.Triggers;

/// <summary>Hears that keys of a linkage were ordered, or that a batch is over, and begins what follows from its state.</summary>
/// <param name="delivery">Handles messages.</param>
/// <param name="begin">Begins flows.</param>
public sealed class PrepareLinkage(MessageDelivery delivery, BeginLinkage begin)
{
    /// <summary>Begins.</summary>
    [Function(nameof(PrepareLinkage))]
    public Task Run(
        [ServiceBusTrigger(Queues.PrepareLinkage, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(
            Queues.PrepareLinkage, message, actions, LinkageMessageJson.Default.LinkageMessage, (about, token) => begin.RunAsync(client, about.Case, about.Id, token), cancellationToken);
}
