using System.Text;
using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>How much room a message takes on the wire: the body, its properties, and a little for each.</summary>
internal static class MessageSize
{
    /// <summary>The standard tier takes messages and batches of 256 KB.</summary>
    public const long Largest = 256 * 1024;

    private const int Envelope = 60;
    private const int PerProperty = 6;

    public static long Of(ServiceBusMessage message)
    {
        long size = Envelope + message.Body.ToMemory().Length;
        foreach (var text in (ReadOnlySpan<string?>)[message.MessageId, message.ContentType, message.CorrelationId, message.Subject, message.To, message.ReplyTo])
        {
            size += text is null ? 1 : Encoding.UTF8.GetByteCount(text) + PerProperty;
        }

        foreach (var (key, value) in message.ApplicationProperties)
        {
            size += Encoding.UTF8.GetByteCount(key) + PerProperty + (value is string text ? Encoding.UTF8.GetByteCount(text) + PerProperty : 16);
        }

        return size;
    }
}
