namespace Azure.Messaging.ServiceBus;

/// <summary>Which part of a queue a receiver reads.</summary>
public enum SubQueue
{
    /// <summary>The queue itself.</summary>
    None = 0,

    /// <summary>Its dead-letter queue, <c>name/$deadletterqueue</c>.</summary>
    DeadLetter = 1,
}
