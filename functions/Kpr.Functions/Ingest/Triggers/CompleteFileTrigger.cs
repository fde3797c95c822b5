using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Completes files whose chunks are all judged.</summary>
public sealed class CompleteFileTrigger(CompleteFile complete, MessageDelivery delivery)
{
    /// <summary>Completes a file.</summary>
    [Function(nameof(CompleteFile))]
    public Task Run(
        [ServiceBusTrigger(Queues.CompleteFile, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(Queues.CompleteFile, message, actions, IngestJson.Default.CompleteMessage, complete.RunAsync, cancellationToken);
}
