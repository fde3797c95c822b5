using System.Collections.ObjectModel;

namespace Azure.Messaging.ServiceBus;

/// <summary>A message as a receiver sees it.</summary>
public class ServiceBusReceivedMessage
{
    internal const string ReasonKey = "DeadLetterReason";
    internal const string DescriptionKey = "DeadLetterErrorDescription";

    internal ServiceBusReceivedMessage(BinaryData body, IDictionary<string, object> properties)
    {
        Body = body;
        ApplicationProperties = new ReadOnlyDictionary<string, object>(properties);
    }

    /// <summary>The content.</summary>
    public BinaryData Body { get; }

    /// <summary>The sender's id of the message.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>Media type of the body.</summary>
    public string? ContentType { get; internal init; }

    /// <summary>What the message belongs to.</summary>
    public string? CorrelationId { get; internal init; }

    /// <summary>What the message is about.</summary>
    public string? Subject { get; internal init; }

    /// <summary>Address of the receiver.</summary>
    public string? To { get; internal init; }

    /// <summary>Where an answer goes.</summary>
    public string? ReplyTo { get; internal init; }

    /// <summary>How long the message is worth anything, from its enqueue time.</summary>
    public TimeSpan TimeToLive { get; internal init; }

    /// <summary>When a scheduled message was to be enqueued.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; internal init; }

    /// <summary>The sender's own properties, and the reason of a dead letter.</summary>
    public IReadOnlyDictionary<string, object> ApplicationProperties { get; }

    /// <summary>The key of this delivery; settlement goes by it.</summary>
    public string LockToken => LockTokenGuid.ToString();

    /// <summary>The number of deliveries, this one included; 0 for a message only peeked at.</summary>
    public int DeliveryCount { get; internal init; }

    /// <summary>When the lock of this delivery ends, unless renewed.</summary>
    public DateTimeOffset LockedUntil { get; internal set; }

    /// <summary>The broker's number of the message.</summary>
    public long SequenceNumber { get; internal init; } = -1;

    /// <summary>The queue a dead letter comes from, when it was forwarded.</summary>
    public string? DeadLetterSource { get; internal init; }

    /// <summary>The number the message had where it was first enqueued.</summary>
    public long EnqueuedSequenceNumber { get; internal init; }

    /// <summary>When the broker took the message in.</summary>
    public DateTimeOffset EnqueuedTime { get; internal init; }

    /// <summary>When the message loses its worth.</summary>
    public DateTimeOffset ExpiresAt => TimeToLive >= DateTimeOffset.MaxValue - EnqueuedTime
        ? DateTimeOffset.MaxValue
        : EnqueuedTime + TimeToLive;

    /// <summary>Why the message became a dead letter.</summary>
    public string? DeadLetterReason => Text(ReasonKey);

    /// <summary>More about why.</summary>
    public string? DeadLetterErrorDescription => Text(DescriptionKey);

    /// <summary>What the message waits for.</summary>
    public ServiceBusMessageState State { get; internal init; }

    internal Guid LockTokenGuid { get; init; }

    internal bool IsSettled { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{{MessageId:{MessageId}}}";

    private string? Text(string key) => ApplicationProperties.TryGetValue(key, out var value) ? value as string : null;
}
