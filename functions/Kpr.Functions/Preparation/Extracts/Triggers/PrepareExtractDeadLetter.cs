using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts.Triggers;

/// <summary>Notes the dead letters of the queue PrepareExtract. The nightly sweep comes to what they were about.</summary>
public sealed class PrepareExtractDeadLetter(ILogger<PrepareExtractDeadLetter> log)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(PrepareExtractDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.PrepareExtract + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        Log.DeadLetter(log, Queues.PrepareExtract, message.MessageId, message.DeadLetterReason ?? "", message.DeliveryCount - 1);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
