using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Applications.Orchestrations.Triggers;

/// <summary>Notes the dead letters of the queue NudgeCase. Their cases are looked at every day without them.</summary>
public sealed class NudgeCaseDeadLetter(ILogger<NudgeCaseDeadLetter> log)
{
    /// <summary>Notes a dead letter.</summary>
    [Function(nameof(NudgeCaseDeadLetter))]
    public async Task Run(
        [ServiceBusTrigger(Queues.NudgeCase + Queues.DeadLetter, Connection = "ServiceBus", AutoCompleteMessages = false)] ServiceBusReceivedMessage message,
        ServiceBusMessageActions actions,
        CancellationToken cancellationToken)
    {
        Log.DeadLetter(log, Queues.NudgeCase, message.MessageId, message.DeadLetterReason ?? "", message.DeliveryCount - 1);
        await actions.CompleteMessageAsync(message, cancellationToken);
    }
}
