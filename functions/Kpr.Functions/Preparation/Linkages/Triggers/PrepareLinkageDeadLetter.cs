using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Linkages.Triggers;

/// <summary>Notes the dead letters of the queue PrepareLinkage. The nightly sweep comes to what they were about.</summary>
public sealed class PrepareLinkageDeadLetter(ILogger<PrepareLinkageDeadLetter> log)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(PrepareLinkageDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.PrepareLinkage + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        Log.DeadLetter(log, Queues.PrepareLinkage, message.MessageId, message.DeadLetterReason ?? "", message.DeliveryCount - 1);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
