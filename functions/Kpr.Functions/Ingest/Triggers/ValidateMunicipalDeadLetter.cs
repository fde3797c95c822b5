using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Notes the dead letters of the queue ValidateMunicipal.</summary>
public sealed class ValidateMunicipalDeadLetter(DeadLetters deadLetters)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(ValidateMunicipalDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.ValidateMunicipal + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        await deadLetters.NoteAsync(Queues.ValidateMunicipal, message, message.TryRead(IngestJson.Default.ChunkMessage)?.File, cancellationToken);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
