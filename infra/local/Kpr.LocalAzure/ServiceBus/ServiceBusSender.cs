using Kpr.LocalAzure.ServiceBus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Sends messages to one queue.</summary>
public class ServiceBusSender : IAsyncDisposable
{
    private readonly ClientLink _link;

    /// <summary>For mocks.</summary>
    protected ServiceBusSender()
    {
        _link = new ClientLink(null);
        EntityPath = "";
        Identifier = "";
    }

    /// <summary>A sender to a queue.</summary>
    internal ServiceBusSender(ServiceBusClient client, string queueOrTopicName, ServiceBusSenderOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queueOrTopicName);
        _link = new ClientLink(client);
        EntityPath = queueOrTopicName;
        Identifier = options?.Identifier ?? $"{queueOrTopicName}-{Guid.NewGuid():N}";
    }

    /// <summary>Host name of the namespace.</summary>
    public virtual string FullyQualifiedNamespace => _link.FullyQualifiedNamespace;

    /// <summary>Name of the queue.</summary>
    public virtual string EntityPath { get; }

    /// <summary>Whether the sender has been closed.</summary>
    public virtual bool IsClosed => _link.IsClosed;

    /// <summary>A name for this sender in logs.</summary>
    public virtual string Identifier { get; }

    /// <summary>Sends a message.</summary>
    /// <exception cref="ServiceBusException">Too large, or the queue does not exist.</exception>
    public virtual Task SendMessageAsync(ServiceBusMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Send("Send", [message], null, cancellationToken);
    }

    /// <summary>Sends messages, all or none.</summary>
    /// <exception cref="ServiceBusException">Together too large, or the queue does not exist.</exception>
    public virtual Task SendMessagesAsync(IEnumerable<ServiceBusMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return Send("Send", [.. messages], null, cancellationToken);
    }

    /// <summary>Sends a batch, all or none.</summary>
    public virtual Task SendMessagesAsync(ServiceBusMessageBatch messageBatch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messageBatch);
        return Send("Send", messageBatch.Messages, null, cancellationToken);
    }

    /// <summary>A batch to be filled.</summary>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) =>
        CreateMessageBatchAsync(new CreateMessageBatchOptions(), cancellationToken);

    /// <summary>A batch to be filled.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It asks for more than the service takes.</exception>
    public virtual ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CreateMessageBatchOptions options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var size = options?.MaxSizeInBytes ?? MessageSize.Largest;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MessageSize.Largest, nameof(options));
        return ValueTask.FromResult(new ServiceBusMessageBatch(size));
    }

    /// <summary>Sends a message that is not to be received before a time.</summary>
    /// <returns>Its sequence number, by which it can be cancelled.</returns>
    public virtual async Task<long> ScheduleMessageAsync(ServiceBusMessage message, DateTimeOffset scheduledEnqueueTime, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return (await Send("Schedule", [message], scheduledEnqueueTime, cancellationToken))[0];
    }

    /// <summary>Takes back a scheduled message.</summary>
    /// <exception cref="ServiceBusException">No scheduled message has this number.</exception>
    public virtual Task CancelScheduledMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        ClientCall.Run(Client.Io, "CancelSchedule", EntityPath, () => Client.Store.CancelScheduled(EntityPath, sequenceNumber), cancellationToken);

    /// <summary>Closes the sender.</summary>
    public virtual Task CloseAsync(CancellationToken cancellationToken = default) => _link.CloseAsync();

    /// <summary>Closes the sender.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    private ServiceBusClient Client => _link.ClientOf(this);

    private Task<IReadOnlyList<long>> Send(string operation, IReadOnlyList<ServiceBusMessage> messages, DateTimeOffset? at, CancellationToken cancellationToken) =>
        messages.Count == 0
            ? Task.FromResult<IReadOnlyList<long>>([])
            : ClientCall.Run(Client.Io, operation, EntityPath, () => Client.Store.Send(EntityPath, messages, at), cancellationToken);
}
