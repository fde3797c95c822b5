namespace Azure.Messaging.ServiceBus;

/// <summary>A message to be sent.</summary>
public class ServiceBusMessage
{
    private string? _messageId;
    private TimeSpan _timeToLive = TimeSpan.MaxValue;

    /// <summary>A message with an empty body.</summary>
    public ServiceBusMessage()
        : this(ReadOnlyMemory<byte>.Empty)
    {
    }

    /// <summary>A message with a text body, UTF-8.</summary>
    public ServiceBusMessage(string body)
        : this(BinaryData.FromString(body))
    {
    }

    /// <summary>A message with these bytes.</summary>
    public ServiceBusMessage(ReadOnlyMemory<byte> body)
        : this(BinaryData.FromBytes(body))
    {
    }

    /// <summary>A message with this body.</summary>
    public ServiceBusMessage(BinaryData body)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
    }

    /// <summary>A copy of a received message, to be sent again: without what the broker put on it.</summary>
    public ServiceBusMessage(ServiceBusReceivedMessage receivedMessage)
    {
        ArgumentNullException.ThrowIfNull(receivedMessage);
        Body = receivedMessage.Body;
        _messageId = receivedMessage.MessageId;
        ContentType = receivedMessage.ContentType;
        CorrelationId = receivedMessage.CorrelationId;
        Subject = receivedMessage.Subject;
        To = receivedMessage.To;
        ReplyTo = receivedMessage.ReplyTo;
        _timeToLive = receivedMessage.TimeToLive;
        foreach (var (key, value) in receivedMessage.ApplicationProperties)
        {
            if (key is not ServiceBusReceivedMessage.ReasonKey and not ServiceBusReceivedMessage.DescriptionKey)
            {
                ApplicationProperties[key] = value;
            }
        }
    }

    /// <summary>The content.</summary>
    public BinaryData Body { get; set; }

    /// <summary>The sender's id of the message, at most 128 characters; duplicate detection goes by it.</summary>
    /// <exception cref="ArgumentException">Null or empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Longer than 128 characters.</exception>
    public string MessageId
    {
        get => _messageId!;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, 128, nameof(MessageId));
            _messageId = value;
        }
    }

    /// <summary>Media type of the body.</summary>
    public string? ContentType { get; set; }

    /// <summary>What the message belongs to.</summary>
    public string? CorrelationId { get; set; }

    /// <summary>What the message is about.</summary>
    public string? Subject { get; set; }

    /// <summary>Address of the receiver; the broker does not look at it.</summary>
    public string? To { get; set; }

    /// <summary>Where an answer goes.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>Not to be received before this time.</summary>
    public DateTimeOffset ScheduledEnqueueTime { get; set; }

    /// <summary>How long the message is worth anything, from its enqueue time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
    public TimeSpan TimeToLive
    {
        get => _timeToLive;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero, nameof(TimeToLive));
            _timeToLive = value;
        }
    }

    /// <summary>The sender's own properties; values of primitive types.</summary>
    public IDictionary<string, object> ApplicationProperties { get; } = new Dictionary<string, object>();

    /// <inheritdoc/>
    public override string ToString() => $"{{MessageId:{_messageId}}}";
}
