using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>Reads the body of a message; what can never be read becomes a dead letter at once.</summary>
internal static class MessageReading
{
    public const string Reason = "MessageMalformed";

    public static async Task<T?> TryReadAsync<T>(
        this ServiceBusReceivedMessage message, JsonTypeInfo<T> form, ServiceBusMessageActions actions, string queue, ILogger log, CancellationToken cancellationToken)
        where T : class
    {
        if (message.TryRead(form) is { } body)
        {
            return body;
        }

        Log.MessageMalformed(log, queue, message.MessageId);
        await actions.DeadLetterMessageAsync(
            message, deadLetterReason: Reason, deadLetterErrorDescription: "The body is not a message of this queue.", cancellationToken: cancellationToken);
        return null;
    }

    public static T? TryRead<T>(this ServiceBusReceivedMessage message, JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            // A key or an id goes into logs: what has not its form is not let in.
            var body = JsonSerializer.Deserialize(message.Body, form);
            return body is IMessageBody about && !about.HasPossibleId() ? null : body;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
