using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Judges chunks of claims files.</summary>
public sealed class ValidateClaims(ValidateChunk validate, MessageDelivery delivery)
{
    /// <summary>Judges a chunk.</summary>
    [Function(nameof(ValidateClaims))]
    public Task Run(
        [ServiceBusTrigger(Queues.ValidateClaims, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(Queues.ValidateClaims, message, actions, IngestJson.Default.ChunkMessage, validate.RunAsync, cancellationToken);
}
