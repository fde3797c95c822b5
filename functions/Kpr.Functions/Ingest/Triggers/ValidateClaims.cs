using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Judges chunks of claims files.</summary>
public sealed class ValidateClaims(ValidateChunk validate, ILogger<ValidateClaims> log)
{
    /// <summary>Judges a chunk.</summary>
    [Function(nameof(ValidateClaims))]
    public async Task Run(
        [ServiceBusTrigger(Queues.ValidateClaims, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        if (await message.TryReadAsync(IngestJson.Default.ChunkMessage, actions, Queues.ValidateClaims, log, cancellationToken) is { } chunk)
        {
            await validate.RunAsync(chunk, cancellationToken);
            await actions.CompleteMessageAsync(message, cancellationToken);
        }
    }
}
