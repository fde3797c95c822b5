using Azure.Messaging.ServiceBus;

namespace Kpr.LocalAzure.ServiceBus;

internal sealed partial class QueueStore
{
    /// <summary>Settles a delivery, if its lock still holds.</summary>
    public void Settle(QueuePath path, ServiceBusReceivedMessage message, Settlement settlement)
    {
        var queue = Queue(path.Queue);
        Write(
            () =>
            {
                RequireLock(path, message);
                switch (settlement)
                {
                    case Settlement.Complete:
                        Execute("DELETE FROM sb_message WHERE seq = @seq", ("@seq", message.SequenceNumber));
                        break;
                    case Settlement.Defer defer:
                        Modify(message.SequenceNumber, defer.Properties);
                        Execute("UPDATE sb_message SET deferred = 1, visible_at = @never, lock_token = NULL, locked_until = 0 WHERE seq = @seq", ("@never", EndOfTime), ("@seq", message.SequenceNumber));
                        break;
                    case Settlement.DeadLetter dead:
                        Modify(message.SequenceNumber, dead.Properties);
                        DeadLetter(message.SequenceNumber, dead.Reason, dead.Description);
                        break;
                    case Settlement.Abandon abandon:
                        Modify(message.SequenceNumber, abandon.Properties);
                        Release(queue, path.DeadLetter, message.SequenceNumber, message.DeliveryCount);
                        break;
                }

                return true;
            },
            announce: settlement is not Settlement.Complete);
        message.IsSettled = true;
    }

    /// <summary>Starts the lock of a delivery anew.</summary>
    /// <returns>When it ends now.</returns>
    public DateTimeOffset RenewLock(QueuePath path, ServiceBusReceivedMessage message)
    {
        var queue = Queue(path.Queue);
        return Write(
            () =>
            {
                RequireLock(path, message);
                var until = Now + queue.LockDuration.Ticks;
                Execute("UPDATE sb_message SET locked_until = @until WHERE seq = @seq", ("@until", until), ("@seq", message.SequenceNumber));
                return Time(until);
            },
            announce: false);
    }

    public QueueCounts Count(string queueName)
    {
        var queue = Queue(queueName);
        lock (_gate)
        {
            using var command = Command(
                """
                SELECT count(*) FILTER (WHERE sub = 0 AND deferred = 0 AND locked_until <= @now AND visible_at <= @now),
                       count(*) FILTER (WHERE sub = 0 AND locked_until > @now),
                       count(*) FILTER (WHERE sub = 0 AND deferred = 0 AND locked_until <= @now AND visible_at > @now),
                       count(*) FILTER (WHERE sub = 0 AND deferred = 1 AND locked_until <= @now),
                       count(*) FILTER (WHERE sub = 1)
                FROM sb_message WHERE queue = @queue
                """,
                ("@queue", queue.Name), ("@now", Now));
            using var row = command.ExecuteReader();
            row.Read();
            return new QueueCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4));
        }
    }

    /// <summary>Whether a receiver of this path has something to do, now or when a lock runs out.</summary>
    public bool HasWork(QueuePath path)
    {
        lock (_gate)
        {
            return Scalar(
                "SELECT EXISTS (SELECT 1 FROM sb_message WHERE queue = @queue AND sub = @sub AND (locked_until > 0 OR visible_at <= @now))",
                ("@queue", Queue(path.Queue).Name), ("@sub", path.Sub), ("@now", Now)) == 1;
        }
    }

    private void RequireLock(QueuePath path, ServiceBusReceivedMessage message)
    {
        var held = Scalar(
            "SELECT seq FROM sb_message WHERE seq = @seq AND queue = @queue AND sub = @sub AND lock_token = @token AND locked_until > @now",
            ("@seq", message.SequenceNumber), ("@queue", path.Queue), ("@sub", path.Sub), ("@token", message.LockToken), ("@now", Now));
        if (held is null)
        {
            throw new ServiceBusException(
                "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.",
                ServiceBusFailureReason.MessageLockLost,
                path.ToString());
        }
    }

    /// <summary>Does what the passing of time asks for: locks that ran out, messages past their life.</summary>
    private void Sweep(LocalQueue queue, long now)
    {
        using (var command = Command(
            "SELECT seq, sub, delivery_count FROM sb_message WHERE queue = @queue AND sub IN (0, 1) AND locked_until BETWEEN 1 AND @now",
            ("@queue", queue.Name), ("@now", now)))
        {
            var expired = new List<(long Seq, bool DeadLetter, int Count)>();
            using (var reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    expired.Add((reader.GetInt64(0), reader.GetInt64(1) == 1, (int)reader.GetInt64(2)));
                }
            }

            foreach (var (seq, deadLetter, count) in expired)
            {
                Release(queue, deadLetter, seq, count);
            }
        }

        foreach (var seq in Numbers("SELECT seq FROM sb_message WHERE queue = @queue AND sub = 0 AND locked_until = 0 AND expires_at <= @now", ("@queue", queue.Name), ("@now", now)))
        {
            if (queue.DeadLetteringOnExpiration)
            {
                DeadLetter(seq, "TTLExpiredException", "The message expired and was dead lettered.");
            }
            else
            {
                Execute("DELETE FROM sb_message WHERE seq = @seq", ("@seq", seq));
            }
        }
    }

    private void Release(LocalQueue queue, bool deadLetter, long seq, int deliveryCount)
    {
        if (!deadLetter && deliveryCount >= queue.MaxDeliveryCount)
        {
            DeadLetter(seq, "MaxDeliveryCountExceeded", $"Message could not be consumed after {queue.MaxDeliveryCount} delivery attempts.");
        }
        else
        {
            Execute("UPDATE sb_message SET lock_token = NULL, locked_until = 0 WHERE seq = @seq", ("@seq", seq));
        }
    }

    private void DeadLetter(long seq, string? reason, string? description)
    {
        var marks = new Dictionary<string, object>();
        if (reason is not null)
        {
            marks[ServiceBusReceivedMessage.ReasonKey] = reason;
        }

        if (description is not null)
        {
            marks[ServiceBusReceivedMessage.DescriptionKey] = description;
        }

        Modify(seq, marks);
        Execute(
            "UPDATE sb_message SET sub = 1, deferred = 0, visible_at = enqueued_at, expires_at = @never, lock_token = NULL, locked_until = 0 WHERE seq = @seq",
            ("@never", EndOfTime), ("@seq", seq));
    }

    private void Modify(long seq, IDictionary<string, object>? changes)
    {
        if (changes is not { Count: > 0 })
        {
            return;
        }

        using var command = Command("SELECT properties FROM sb_message WHERE seq = @seq", ("@seq", seq));
        var properties = PropertyText.Read((string)command.ExecuteScalar()!);
        foreach (var (key, value) in changes)
        {
            properties[key] = value;
        }

        Execute("UPDATE sb_message SET properties = @properties WHERE seq = @seq", ("@properties", PropertyText.Write(properties)), ("@seq", seq));
    }
}
