using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Notes the dead letters of the queue CompleteFile.</summary>
public sealed class CompleteFileDeadLetter(DeadLetters deadLetters)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(CompleteFileDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.CompleteFile + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        await deadLetters.NoteAsync(Queues.CompleteFile, message, message.TryRead(IngestJson.Default.CompleteMessage)?.File, cancellationToken);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
