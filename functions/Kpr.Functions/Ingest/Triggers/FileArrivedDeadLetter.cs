using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Notes the dead letters of the queue FileArrived.</summary>
public sealed class FileArrivedDeadLetter(DeadLetters deadLetters)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(FileArrivedDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.FileArrived + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        await deadLetters.NoteAsync(Queues.FileArrived, message, message.TryRead(IngestJson.Default.BlobCreatedEvent)?.File()?.Key, cancellationToken);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
