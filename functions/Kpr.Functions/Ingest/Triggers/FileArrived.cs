using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Door two: Event Grid's events by way of a queue; no webhook, no key, works behind private endpoints.</summary>
public sealed class FileArrived(ReceiveFile receive, MessageDelivery delivery, ILogger<FileArrived> log)
{
    /// <summary>Takes in the blob that an event tells of.</summary>
    [Function(nameof(FileArrived))]
    public Task Run(
        [ServiceBusTrigger(Queues.FileArrived, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken) =>
        delivery.HandleAsync(
            Queues.FileArrived, message, actions, IngestJson.Default.BlobCreatedEvent,
            async (told, token) =>
            {
                if (told.File() is { } file)
                {
                    return await receive.RunAsync(file, token);
                }

                Log.EventIgnored(log, message.MessageId);
                return true;
            },
            cancellationToken);
}
