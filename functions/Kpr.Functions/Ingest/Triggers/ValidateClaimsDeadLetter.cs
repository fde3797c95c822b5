using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Notes the dead letters of the queue ValidateClaims.</summary>
public sealed class ValidateClaimsDeadLetter(DeadLetters deadLetters)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(ValidateClaimsDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.ValidateClaims + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        await deadLetters.NoteAsync(Queues.ValidateClaims, message, message.TryRead(IngestJson.Default.ChunkMessage)?.File, cancellationToken);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
