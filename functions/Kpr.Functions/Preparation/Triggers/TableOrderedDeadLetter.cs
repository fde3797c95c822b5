using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Triggers;

/// <summary>Notes the dead letters of the queue OrderTable. Whoever ordered orders again with the same key.</summary>
public sealed class TableOrderedDeadLetter(ILogger<TableOrderedDeadLetter> log)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(TableOrderedDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.OrderTable + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        Log.DeadLetter(log, Queues.OrderTable, message.MessageId, message.DeadLetterReason ?? "", message.DeliveryCount - 1);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
