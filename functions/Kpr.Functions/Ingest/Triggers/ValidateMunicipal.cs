using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Judges chunks of municipal files.</summary>
public sealed class ValidateMunicipal(ValidateChunk validate, MessageDelivery delivery)
{
    /// <summary>Judges a chunk.</summary>
    [Function(nameof(ValidateMunicipal))]
    public Task Run(
        [ServiceBusTrigger(Queues.ValidateMunicipal, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(Queues.ValidateMunicipal, message, actions, IngestJson.Default.ChunkMessage, validate.RunAsync, cancellationToken);
}
