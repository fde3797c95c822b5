using System.Text.Json.Serialization.Metadata;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Telemetry;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>
/// The one place that decides what becomes of a message: done, completed; malformed, a dead letter at once; an outage, put off;
/// anything else thrown, so that the queue delivers it again and in the end gives it up with its reason.
/// </summary>
public sealed class MessageDelivery(Redelivery redelivery, IngestMetrics metrics, TimeProvider clock, ILogger<MessageDelivery> log)
{
    private const string Held = "another receiver has the file";

    /// <summary>Handles a message whose work is done when it returns.</summary>
    internal Task HandleAsync<T>(
        string queue, ServiceBusReceivedMessage message, ServiceBusMessageActions actions, JsonTypeInfo<T> form,
        Func<T, CancellationToken, Task> work, CancellationToken cancellationToken)
        where T : class =>
        HandleAsync(
            queue, message, actions, form,
            async (body, token) =>
            {
                await work(body, token);
                return true;
            },
            cancellationToken);

    /// <summary>Handles a message whose work may find somebody else at it, and then returns false.</summary>
    internal async Task HandleAsync<T>(
        string queue, ServiceBusReceivedMessage message, ServiceBusMessageActions actions, JsonTypeInfo<T> form,
        Func<T, CancellationToken, Task<bool>> work, CancellationToken cancellationToken)
        where T : class
    {
        using var span = Tracing.Receive(queue, message);
        metrics.TakenUp(queue, clock.GetUtcNow() - message.EnqueuedTime);
        if (await message.TryReadAsync(form, actions, queue, log, cancellationToken) is not { } body)
        {
            return;
        }

        string? why;
        try
        {
            span?.SetTag(Tracing.File, (body as IAboutFile)?.File);
            // Who holds the file of a message that was put off may be the try before, cut off by the outage: ask again.
            why = await work(body, cancellationToken) || Redelivery.TimesOf(message) == 0 ? null : Held;
        }
        catch (Exception exception) when (!Tracing.Failed(span, exception) && Outage.Is(exception, cancellationToken) && redelivery.IsOpen(message))
        {
            why = Outage.Kind(exception);
            if (exception is VaultRefusedException)
            {
                Log.VaultRefused(log, message.MessageId, queue);
            }
        }

        if (why is null)
        {
            await actions.CompleteMessageAsync(message, cancellationToken);
        }
        else
        {
            await PutOffAsync(queue, message, actions, why, cancellationToken);
        }
    }

    // Where nothing can be sent, the message is left to its lock and comes again when that runs out; abandoned, it would at once.
    private async Task PutOffAsync(string queue, ServiceBusReceivedMessage message, ServiceBusMessageActions actions, string why, CancellationToken cancellationToken)
    {
        try
        {
            await redelivery.PutOffAsync(queue, message, actions, why, cancellationToken);
            metrics.PutOff(queue);
        }
        catch (ServiceBusException exception) when (Outage.Is(exception, cancellationToken))
        {
            Log.LeftToItsLock(log, queue, message.MessageId, Outage.Kind(exception));
        }
    }
}
