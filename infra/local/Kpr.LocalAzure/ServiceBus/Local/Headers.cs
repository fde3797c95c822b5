using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>What a sender wrote on the envelope, kept as JSON.</summary>
internal sealed record Headers(
    string? ContentType, string? CorrelationId, string? Subject, string? To, string? ReplyTo, DateTimeOffset ScheduledEnqueueTime, long TimeToLiveTicks)
{
    public static string Write(ServiceBusMessage message, DateTimeOffset scheduled, TimeSpan timeToLive) => JsonSerializer.Serialize(
        new Headers(message.ContentType, message.CorrelationId, message.Subject, message.To, message.ReplyTo, scheduled, timeToLive.Ticks));

    public static Headers Read(string text) => JsonSerializer.Deserialize<Headers>(text)!;
}
