using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.ServiceBus;

internal sealed partial class QueueStore
{
    /// <summary>Takes messages in, all or none; a duplicate is taken for done and gets the number of the first.</summary>
    public IReadOnlyList<long> Send(string queueName, IReadOnlyList<ServiceBusMessage> messages, DateTimeOffset? at)
    {
        var queue = Queue(queueName);
        if (messages.Sum(MessageSize.Of) > MessageSize.Largest)
        {
            throw new ServiceBusException(
                $"The message or batch is larger than the {MessageSize.Largest} bytes allowed.", ServiceBusFailureReason.MessageSizeExceeded, queueName);
        }

        return Write(() => messages.Select(message => Send(queue, message, at)).ToList(), announce: true);
    }

    public void CancelScheduled(string queueName, long sequenceNumber)
    {
        var queue = Queue(queueName);
        var deleted = Write(
            () => Execute(
                "DELETE FROM sb_message WHERE seq = @seq AND queue = @queue AND sub = 0 AND deferred = 0 AND locked_until = 0 AND visible_at > @now",
                ("@seq", sequenceNumber), ("@queue", queue.Name), ("@now", Now)),
            announce: false);
        if (deleted == 0)
        {
            throw new ServiceBusException("No scheduled message has this sequence number.", ServiceBusFailureReason.MessageNotFound, queueName);
        }
    }

    private long Send(LocalQueue queue, ServiceBusMessage message, DateTimeOffset? at)
    {
        var now = Now;
        var id = message.MessageId ?? Guid.NewGuid().ToString("N");
        if (Earlier(queue, id, now) is { } earlier)
        {
            return earlier;
        }

        var scheduled = at ?? message.ScheduledEnqueueTime;
        var visible = Math.Max(now, scheduled.UtcTicks);
        var life = message.TimeToLive < queue.DefaultTimeToLive ? message.TimeToLive : queue.DefaultTimeToLive;
        var expires = life.Ticks >= EndOfTime - visible ? EndOfTime : visible + life.Ticks;
        var seq = Scalar(
            """
            INSERT INTO sb_message (queue, message_id, headers, properties, body, enqueued_at, visible_at, expires_at)
            VALUES (@queue, @id, @headers, @properties, @body, @now, @visible, @expires) RETURNING seq
            """,
            ("@queue", queue.Name), ("@id", id), ("@headers", Headers.Write(message, scheduled, life)),
            ("@properties", PropertyText.Write(message.ApplicationProperties)), ("@body", message.Body.ToArray()),
            ("@now", now), ("@visible", visible), ("@expires", expires))!.Value;
        if (queue.DuplicateDetectionWindow is not null)
        {
            Execute("INSERT INTO sb_seen (queue, message_id, seq, seen_at) VALUES (@queue, @id, @seq, @now)", ("@queue", queue.Name), ("@id", id), ("@seq", seq), ("@now", now));
        }

        return seq;
    }

    private long? Earlier(LocalQueue queue, string id, long now)
    {
        if (queue.DuplicateDetectionWindow is not { } window)
        {
            return null;
        }

        Execute("DELETE FROM sb_seen WHERE queue = @queue AND seen_at <= @from", ("@queue", queue.Name), ("@from", now - window.Ticks));
        return Scalar("SELECT seq FROM sb_seen WHERE queue = @queue AND message_id = @id", ("@queue", queue.Name), ("@id", id));
    }
}
