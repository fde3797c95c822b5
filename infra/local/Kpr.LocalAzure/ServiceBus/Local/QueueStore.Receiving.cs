using Azure.Messaging.ServiceBus;
using Kpr.LocalAzure.Faults;
using Microsoft.Data.Sqlite;

namespace Kpr.LocalAzure.ServiceBus;

internal sealed partial class QueueStore
{
    private const string Columns = "seq, message_id, headers, properties, body, enqueued_at, visible_at, deferred, delivery_count, lock_token, locked_until";

    /// <summary>
    /// Hands out what is there, oldest first. Only a hand-out counts as an I/O call: how often a receiver looks at
    /// an empty queue depends on the machine, and would make the numbers of a run differ from the next.
    /// </summary>
    public IReadOnlyList<ServiceBusReceivedMessage> Receive(QueuePath path, int most, ServiceBusReceiveMode mode, IoSwitch io)
    {
        var queue = Queue(path.Queue);
        if (io.Stopped.IsCompleted)
        {
            io.Begin("servicebus", "Receive", path.ToString());
        }

        if (!MayHave(queue, path))
        {
            return [];
        }

        IoCall? call = null;
        var messages = Write(
            () =>
            {
                var now = Now;
                Sweep(queue, now);
                var found = Numbers(
                    "SELECT seq FROM sb_message WHERE queue = @queue AND sub = @sub AND locked_until = 0 AND visible_at <= @now ORDER BY visible_at, seq LIMIT @most",
                    ("@queue", queue.Name), ("@sub", path.Sub), ("@now", now), ("@most", most));
                if (found.Count > 0)
                {
                    call = io.Begin("servicebus", "Receive", path.ToString());
                }

                return found.ConvertAll(seq => HandOut(queue, seq, mode, now));
            },
            announce: false);
        if (call is { } made)
        {
            io.End(made);
        }

        return messages;
    }

    public ServiceBusReceivedMessage ReceiveDeferred(QueuePath path, long sequenceNumber, ServiceBusReceiveMode mode)
    {
        var queue = Queue(path.Queue);
        return Write(
            () =>
            {
                var now = Now;
                Sweep(queue, now);
                var seq = Scalar(
                    "SELECT seq FROM sb_message WHERE seq = @seq AND queue = @queue AND sub = @sub AND deferred = 1 AND locked_until = 0",
                    ("@seq", sequenceNumber), ("@queue", queue.Name), ("@sub", path.Sub));
                return seq is { } number
                    ? HandOut(queue, number, mode, now)
                    : throw new ServiceBusException("No deferred message has this sequence number.", ServiceBusFailureReason.MessageNotFound, path.ToString());
            },
            announce: false);
    }

    public IReadOnlyList<ServiceBusReceivedMessage> Peek(QueuePath path, int most, long from)
    {
        var queue = Queue(path.Queue);
        return Write<IReadOnlyList<ServiceBusReceivedMessage>>(
            () =>
            {
                Sweep(queue, Now);
                using var command = Command(
                    $"SELECT {Columns} FROM sb_message WHERE queue = @queue AND sub = @sub AND seq >= @from ORDER BY seq LIMIT @most",
                    ("@queue", queue.Name), ("@sub", path.Sub), ("@from", from), ("@most", most));
                using var reader = command.ExecuteReader();
                var found = new List<ServiceBusReceivedMessage>();
                while (reader.Read())
                {
                    found.Add(Read(reader, peeked: true));
                }

                return found;
            },
            announce: false);
    }

    private bool MayHave(LocalQueue queue, QueuePath path)
    {
        lock (_gate)
        {
            return Scalar(
                """
                SELECT EXISTS (SELECT 1 FROM sb_message WHERE queue = @queue AND sub = @sub AND locked_until = 0 AND visible_at <= @now)
                    OR EXISTS (SELECT 1 FROM sb_message WHERE queue = @queue AND sub = 0 AND locked_until BETWEEN 1 AND @now)
                    OR EXISTS (SELECT 1 FROM sb_message WHERE queue = @queue AND sub = 1 AND locked_until BETWEEN 1 AND @now)
                    OR EXISTS (SELECT 1 FROM sb_message WHERE queue = @queue AND sub = 0 AND locked_until = 0 AND expires_at <= @now)
                """,
                ("@queue", queue.Name), ("@sub", path.Sub), ("@now", Now)) == 1;
        }
    }

    private ServiceBusReceivedMessage HandOut(LocalQueue queue, long seq, ServiceBusReceiveMode mode, long now)
    {
        var deletes = mode == ServiceBusReceiveMode.ReceiveAndDelete;
        var sql = deletes
            ? $"DELETE FROM sb_message WHERE seq = @seq RETURNING {Columns}"
            : $"UPDATE sb_message SET lock_token = @token, locked_until = @until, delivery_count = delivery_count + 1 WHERE seq = @seq RETURNING {Columns}";
        using var command = deletes
            ? Command(sql, ("@seq", seq))
            : Command(sql, ("@seq", seq), ("@token", Guid.NewGuid().ToString()), ("@until", now + queue.LockDuration.Ticks));
        using var reader = command.ExecuteReader();
        reader.Read();
        return Read(reader, peeked: false);
    }

    private ServiceBusReceivedMessage Read(SqliteDataReader row, bool peeked)
    {
        var headers = Headers.Read(row.GetString(2));
        var visible = row.GetInt64(6);
        var deferred = row.GetInt64(7) != 0;
        return new ServiceBusReceivedMessage(BinaryData.FromBytes(row.GetFieldValue<byte[]>(4)), PropertyText.Read(row.GetString(3)))
        {
            SequenceNumber = row.GetInt64(0),
            EnqueuedSequenceNumber = row.GetInt64(0),
            MessageId = row.GetString(1),
            ContentType = headers.ContentType,
            CorrelationId = headers.CorrelationId,
            Subject = headers.Subject,
            To = headers.To,
            ReplyTo = headers.ReplyTo,
            ScheduledEnqueueTime = headers.ScheduledEnqueueTime,
            TimeToLive = TimeSpan.FromTicks(headers.TimeToLiveTicks),
            EnqueuedTime = Time(deferred ? row.GetInt64(5) : visible),
            State = deferred ? ServiceBusMessageState.Deferred : visible > Now ? ServiceBusMessageState.Scheduled : ServiceBusMessageState.Active,
            DeliveryCount = (int)row.GetInt64(8),
            LockTokenGuid = peeked || row.IsDBNull(9) ? default : Guid.Parse(row.GetString(9)),
            LockedUntil = row.GetInt64(10) == 0 ? default : Time(row.GetInt64(10)),
        };
    }

    private List<long> Numbers(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        using var reader = command.ExecuteReader();
        var found = new List<long>();
        while (reader.Read())
        {
            found.Add(reader.GetInt64(0));
        }

        return found;
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}
