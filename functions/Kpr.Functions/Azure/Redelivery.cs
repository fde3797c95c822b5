using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Azure;

/// <summary>
/// Puts a message off: a scheduled copy takes its place. Service Bus has no delayed abandon, and holding the message while
/// waiting would hold one of the host's calls too, and lose the lock when the host stops.
/// </summary>
/// <remarks>
/// The id of the copy follows from the message and how often it was put off. When the original comes again because it could
/// not be settled, its copy is known for a duplicate, so that a message never becomes two.
/// </remarks>
public sealed class Redelivery(MessageBus bus, TimeProvider clock, IOptions<RedeliveryOptions> options, ILogger<Redelivery> log)
{
    private const string Times = "kpr-put-off";
    private const string Origin = "kpr-put-off-id";
    private const int LongestOrigin = 100;

    /// <summary>How often a message has been put off.</summary>
    public static int TimesOf(ServiceBusReceivedMessage message) =>
        message.ApplicationProperties.TryGetValue(Times, out var times) ? Convert.ToInt32(times, CultureInfo.InvariantCulture) : 0;

    /// <summary>Whether a message may be put off once more.</summary>
    public bool IsOpen(ServiceBusReceivedMessage message) => TimesOf(message) < options.Value.MostTimes;

    /// <summary>Schedules a copy of a message, and completes the message.</summary>
    /// <param name="queue">The queue it comes from.</param>
    /// <param name="message">The message.</param>
    /// <param name="actions">Settle it.</param>
    /// <param name="why">Why it is put off; logged.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task PutOffAsync(
        string queue, ServiceBusReceivedMessage message, ServiceBusMessageActions actions, string why, CancellationToken cancellationToken)
    {
        var times = TimesOf(message) + 1;
        var origin = OriginOf(message);
        var copy = new ServiceBusMessage(message) { MessageId = string.Create(CultureInfo.InvariantCulture, $"{origin}-later-{times}") };
        copy.ApplicationProperties[Times] = times;
        copy.ApplicationProperties[Origin] = origin;
        var delay = Delay(copy.MessageId, times);
        copy.ScheduledEnqueueTime = clock.GetUtcNow() + delay;
        await bus.SendAsync(queue, copy, cancellationToken);
        await actions.CompleteMessageAsync(message, cancellationToken);
        Log.PutOff(log, queue, message.MessageId, times, delay, why);
    }

    private static string OriginOf(ServiceBusReceivedMessage message) =>
        message.ApplicationProperties.TryGetValue(Origin, out var origin) ? (string)origin
        : message.MessageId is { Length: > LongestOrigin } longId ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(longId)))
        : string.IsNullOrEmpty(message.MessageId) ? string.Create(CultureInfo.InvariantCulture, $"seq-{message.SequenceNumber}")
        : message.MessageId;

    // Up to a quarter shorter, by the id: what an outage stopped at once does not come back at once.
    private TimeSpan Delay(string id, int times)
    {
        var full = Math.Min(options.Value.LongestDelay.Ticks, options.Value.FirstDelay.Ticks * Math.Pow(2, times - 1));
        var share = SHA256.HashData(Encoding.UTF8.GetBytes(id))[0] / 255.0;
        return TimeSpan.FromTicks((long)(full * (1 - (share / 4))));
    }
}
