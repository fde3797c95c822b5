using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Judges chunks of municipal files.</summary>
public sealed class ValidateMunicipal(ValidateChunk validate, ILogger<ValidateMunicipal> log)
{
    /// <summary>Judges a chunk.</summary>
    [Function(nameof(ValidateMunicipal))]
    public async Task Run(
        [ServiceBusTrigger(Queues.ValidateMunicipal, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        if (await message.TryReadAsync(IngestJson.Default.ChunkMessage, actions, Queues.ValidateMunicipal, log, cancellationToken) is { } chunk)
        {
            await validate.RunAsync(chunk, cancellationToken);
            await actions.CompleteMessageAsync(message, cancellationToken);
        }
    }
}
