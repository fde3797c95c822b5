using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.ServiceBus;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.LocalAzure.Tests.Hosting;

/// <summary>Functions with a queue trigger each, which tell the probe what they get.</summary>
public sealed class QueueFunctions(Probe probe)
{
    public static readonly LocalQueue[] Queues =
    [
        new("auto") { LockDuration = TimeSpan.FromSeconds(60), MaxDeliveryCount = 3 },
        new("manual"),
        new("text"),
        new("gate") { LockDuration = TimeSpan.FromSeconds(60) },
        new("next"),
    ];

    [Function("Auto")]
    public async Task Auto([ServiceBusTrigger("%AutoQueue%", Connection = "ServiceBus")] ServiceBusReceivedMessage message)
    {
        probe.Tell($"auto {message.MessageId} {message.DeliveryCount}");
        await probe.Behaviour(message.MessageId);
    }

    [Function("Dead")]
    public void Dead([ServiceBusTrigger("auto/$deadletterqueue")] ServiceBusReceivedMessage message) =>
        probe.Tell($"dead {message.MessageId} {message.DeadLetterReason}");

    [Function("Manual")]
    public async Task Manual(
        [ServiceBusTrigger("manual", AutoCompleteMessages = false)] ServiceBusReceivedMessage message, ServiceBusMessageActions actions, CancellationToken cancellationToken)
    {
        var what = message.Body.ToString();
        probe.Tell($"manual {what}");
        await (what.Split(' ')[0] switch
        {
            "complete" => actions.CompleteMessageAsync(message, cancellationToken),
            "dead" => actions.DeadLetterMessageAsync(message, deadLetterReason: "Reason", cancellationToken: cancellationToken),
            _ => Task.CompletedTask,
        });
        if (what.EndsWith("throw", StringComparison.Ordinal))
        {
            await probe.Behaviour(what);
        }
    }

    [Function("Text")]
    public void Text([ServiceBusTrigger("text")] string body, string messageId, int deliveryCount, string correlationId) =>
        probe.Tell($"text {body} {messageId} {deliveryCount} {correlationId}");

    [Function("Gate")]
    public async Task Gate([ServiceBusTrigger("gate")] ServiceBusReceivedMessage message, CancellationToken cancellationToken)
    {
        await probe.PassAsync(cancellationToken);
        probe.Tell($"gate {message.DeliveryCount}");
    }
}
