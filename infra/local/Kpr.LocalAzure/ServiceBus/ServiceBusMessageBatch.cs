using Kpr.LocalAzure.ServiceBus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Messages that together fit in one send.</summary>
public sealed class ServiceBusMessageBatch : IDisposable
{
    private readonly List<ServiceBusMessage> _messages = [];

    internal ServiceBusMessageBatch(long maxSizeInBytes) => MaxSizeInBytes = maxSizeInBytes;

    /// <summary>The most the batch may hold, in bytes.</summary>
    public long MaxSizeInBytes { get; }

    /// <summary>What it holds, in bytes.</summary>
    public long SizeInBytes { get; private set; }

    /// <summary>The number of messages in it.</summary>
    public int Count => _messages.Count;

    internal IReadOnlyList<ServiceBusMessage> Messages => _messages;

    /// <summary>Adds a message if it fits.</summary>
    /// <returns>False when it does not, and the batch is as before.</returns>
    public bool TryAddMessage(ServiceBusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var size = MessageSize.Of(message);
        if (SizeInBytes + size > MaxSizeInBytes)
        {
            return false;
        }

        _messages.Add(message);
        SizeInBytes += size;
        return true;
    }

    /// <summary>Lets the messages go.</summary>
    public void Dispose() => _messages.Clear();
}
