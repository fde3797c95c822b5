using System.Runtime.CompilerServices;
using Kpr.LocalAzure.ServiceBus;

namespace Azure.Messaging.ServiceBus;

/// <summary>Receives and settles messages of one queue or of its dead-letter queue.</summary>
public class ServiceBusReceiver : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly ClientLink _link;
    private readonly QueuePath _path;
    private long _peeked;

    /// <summary>For mocks.</summary>
    protected ServiceBusReceiver()
    {
        _link = new ClientLink(null);
        EntityPath = "";
        Identifier = "";
    }

    /// <summary>A receiver of a queue.</summary>
    internal ServiceBusReceiver(ServiceBusClient client, string queueName, ServiceBusReceiverOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(queueName);
        _link = new ClientLink(client);
        _path = QueuePath.Parse(queueName, options?.SubQueue ?? SubQueue.None);
        EntityPath = _path.ToString();
        ReceiveMode = options?.ReceiveMode ?? ServiceBusReceiveMode.PeekLock;
        Identifier = options?.Identifier ?? $"{queueName}-{Guid.NewGuid():N}";
    }

    /// <summary>Host name of the namespace.</summary>
    public virtual string FullyQualifiedNamespace => _link.FullyQualifiedNamespace;

    /// <summary>Name of the queue, with <c>/$deadletterqueue</c> for its dead letters.</summary>
    public virtual string EntityPath { get; }

    /// <summary>Lock and settle, or delete at once.</summary>
    public virtual ServiceBusReceiveMode ReceiveMode { get; }

    /// <summary>Whether the receiver has been closed.</summary>
    public virtual bool IsClosed => _link.IsClosed;

    /// <summary>A name for this receiver in logs.</summary>
    public virtual string Identifier { get; }

    /// <summary>The next message.</summary>
    /// <param name="maxWaitTime">How long to wait for one; a minute when null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Null when none came in time.</returns>
    public virtual async Task<ServiceBusReceivedMessage?> ReceiveMessageAsync(TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default) =>
        (await ReceiveMessagesAsync(1, maxWaitTime, cancellationToken)) is [var message, ..] ? message : null;

    /// <summary>The next messages: waits for the first, takes what is there.</summary>
    public virtual async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveMessagesAsync(int maxMessages, TimeSpan? maxWaitTime = default, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxMessages, 1);
        if (maxWaitTime is { } wait)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero, nameof(maxWaitTime));
        }

        var store = Client.Store;
        var until = Environment.TickCount64 + (long)(maxWaitTime ?? LongestWait).TotalMilliseconds;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var changed = store.Changed;
            var messages = store.Receive(_path, maxMessages, ReceiveMode, Client.Io);
            if (messages.Count > 0 || Environment.TickCount64 >= until)
            {
                return messages;
            }

            await QueueStore.WaitForChangeAsync(changed, cancellationToken);
        }
    }

    /// <summary>Every message, as they come.</summary>
    public virtual async IAsyncEnumerable<ServiceBusReceivedMessage> ReceiveMessagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            if (await ReceiveMessageAsync(null, cancellationToken) is { } message)
            {
                yield return message;
            }
        }
    }

    /// <summary>A message that was set aside.</summary>
    /// <exception cref="ServiceBusException">No deferred message has this number.</exception>
    public virtual Task<ServiceBusReceivedMessage> ReceiveDeferredMessageAsync(long sequenceNumber, CancellationToken cancellationToken = default) =>
        ClientCall.Run(Client.Io, "ReceiveDeferred", EntityPath, () => Client.Store.ReceiveDeferred(_path, sequenceNumber, ReceiveMode), cancellationToken);

    /// <summary>The next message in the row of peeks, without receiving it.</summary>
    public virtual async Task<ServiceBusReceivedMessage?> PeekMessageAsync(long? fromSequenceNumber = default, CancellationToken cancellationToken = default) =>
        (await PeekMessagesAsync(1, fromSequenceNumber, cancellationToken)) is [var message, ..] ? message : null;

    /// <summary>Messages in order of number, without receiving them; each call goes on where the last one ended.</summary>
    public virtual Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekMessagesAsync(int maxMessages, long? fromSequenceNumber = default, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = Client.Store.Peek(_path, maxMessages, fromSequenceNumber ?? _peeked + 1);
        if (found is [.., var last])
        {
            _peeked = last.SequenceNumber;
        }

        return Task.FromResult(found);
    }

    /// <summary>Done: deletes the message.</summary>
    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public virtual Task CompleteMessageAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default) =>
        Settle("Complete", message, new Settlement.Complete(), cancellationToken);

    /// <summary>Not done: the message can be received again at once.</summary>
    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public virtual Task AbandonMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        Settle("Abandon", message, new Settlement.Abandon(propertiesToModify), cancellationToken);

    /// <summary>Sets the message aside, to be received by its number.</summary>
    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public virtual Task DeferMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        Settle("Defer", message, new Settlement.Defer(propertiesToModify), cancellationToken);

    /// <summary>Moves the message to the dead-letter queue.</summary>
    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify = null, CancellationToken cancellationToken = default) =>
        Settle("DeadLetter", message, new Settlement.DeadLetter(propertiesToModify, null, null), cancellationToken);

    /// <summary>Moves the message to the dead-letter queue, with the reason.</summary>
    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, string deadLetterReason, string? deadLetterErrorDescription = null, CancellationToken cancellationToken = default) =>
        Settle("DeadLetter", message, new Settlement.DeadLetter(null, deadLetterReason, deadLetterErrorDescription), cancellationToken);

    /// <summary>Moves the message to the dead-letter queue, with the reason and changed properties.</summary>
    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public virtual Task DeadLetterMessageAsync(ServiceBusReceivedMessage message, IDictionary<string, object>? propertiesToModify, string deadLetterReason, string? deadLetterErrorDescription = null, CancellationToken cancellationToken = default) =>
        Settle("DeadLetter", message, new Settlement.DeadLetter(propertiesToModify, deadLetterReason, deadLetterErrorDescription), cancellationToken);

    /// <summary>Starts the lock anew.</summary>
    /// <exception cref="ServiceBusException">The lock is lost.</exception>
    public virtual Task RenewMessageLockAsync(ServiceBusReceivedMessage message, CancellationToken cancellationToken = default)
    {
        RequireLock(message);
        return ClientCall.Run(Client.Io, "RenewLock", EntityPath, () => message.LockedUntil = Client.Store.RenewLock(_path, message), cancellationToken);
    }

    /// <summary>Closes the receiver; locks it holds run out.</summary>
    public virtual Task CloseAsync(CancellationToken cancellationToken = default) => _link.CloseAsync();

    /// <summary>Closes the receiver.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    internal ServiceBusClient Client => _link.ClientOf(this);

    private Task Settle(string operation, ServiceBusReceivedMessage message, Settlement settlement, CancellationToken cancellationToken)
    {
        RequireLock(message);
        return ClientCall.Run(Client.Io, operation, EntityPath, () => Client.Store.Settle(_path, message, settlement), cancellationToken);
    }

    private void RequireLock(ServiceBusReceivedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (ReceiveMode != ServiceBusReceiveMode.PeekLock)
        {
            throw new InvalidOperationException($"The operation is only supported in '{nameof(ServiceBusReceiveMode.PeekLock)}' receive mode.");
        }

        if (message.LockTokenGuid == default)
        {
            throw new InvalidOperationException("Operation is not supported on a message that is not locked: it was peeked at.");
        }
    }
}
