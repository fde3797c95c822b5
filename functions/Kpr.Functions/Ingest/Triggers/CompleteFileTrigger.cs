using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Completes files whose chunks are all judged.</summary>
public sealed class CompleteFileTrigger(CompleteFile complete, ILogger<CompleteFileTrigger> log)
{
    /// <summary>Completes a file.</summary>
    [Function(nameof(CompleteFile))]
    public async Task Run(
        [ServiceBusTrigger(Queues.CompleteFile, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        if (await message.TryReadAsync(IngestJson.Default.CompleteMessage, actions, Queues.CompleteFile, log, cancellationToken) is { } file)
        {
            await complete.RunAsync(file, cancellationToken);
            await actions.CompleteMessageAsync(message, cancellationToken);
        }
    }
}
