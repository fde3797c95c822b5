using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Door two: Event Grid's events by way of a queue; no webhook, no key, works behind private endpoints.</summary>
public sealed class FileArrived(ReceiveFile receive, ILogger<FileArrived> log)
{
    /// <summary>Takes in the blob that an event tells of.</summary>
    [Function(nameof(FileArrived))]
    public async Task Run(
        [ServiceBusTrigger(Queues.FileArrived, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        if (await message.TryReadAsync(IngestJson.Default.BlobCreatedEvent, actions, Queues.FileArrived, log, cancellationToken) is not { } told)
        {
            return;
        }

        if (told.File() is { } file)
        {
            await receive.RunAsync(file, cancellationToken);
        }
        else
        {
            Log.EventIgnored(log, message.MessageId);
        }

        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
