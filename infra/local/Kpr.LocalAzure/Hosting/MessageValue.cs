using System.Reflection;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.Hosting;

/// <summary>What a Service Bus trigger hands to a function.</summary>
internal static class MessageValue
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.General) { PropertyNameCaseInsensitive = true };

    /// <summary>The message, its body, or what the JSON of the body says.</summary>
    public static object? Of(ServiceBusReceivedMessage message, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type == typeof(ServiceBusReceivedMessage) ? message
            : type == typeof(string) ? message.Body.ToString()
            : type == typeof(BinaryData) ? message.Body
            : type == typeof(byte[]) ? message.Body.ToArray()
            : JsonSerializer.Deserialize(message.Body, type, Json);
    }

    /// <summary>Marks of the message, by the names the extension gives them.</summary>
    public static IReadOnlyDictionary<string, object?> BindingData(ServiceBusReceivedMessage message) =>
        new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["MessageId"] = message.MessageId,
            ["CorrelationId"] = message.CorrelationId,
            ["ContentType"] = message.ContentType,
            ["Subject"] = message.Subject,
            ["DeliveryCount"] = message.DeliveryCount,
            ["SequenceNumber"] = message.SequenceNumber,
            ["LockToken"] = message.LockToken,
            ["EnqueuedTimeUtc"] = message.EnqueuedTime.UtcDateTime,
            ["ExpiresAtUtc"] = message.ExpiresAt.UtcDateTime,
            ["DeadLetterReason"] = message.DeadLetterReason,
            ["DeadLetterErrorDescription"] = message.DeadLetterErrorDescription,
        };
}
