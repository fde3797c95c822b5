using Azure.Messaging.ServiceBus;
using Microsoft.Data.Sqlite;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>
/// The messages of a namespace in one SQLite file. Every operation is one transaction, so that a process killed at
/// any moment leaves each message either received or not, settled or not. Between processes SQLite's write lock
/// keeps them apart; within one, a lock around the only connection does.
/// </summary>
/// <remarks>
/// <c>locked_until</c> is 0 for a message nobody holds; <c>visible_at</c> is when a scheduled message becomes
/// active, and the end of time for a deferred one. Times are UTC ticks of the namespace's clock.
/// </remarks>
internal sealed partial class QueueStore : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS sb_message (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL COLLATE NOCASE,
            sub INTEGER NOT NULL DEFAULT 0,
            message_id TEXT NOT NULL,
            headers TEXT NOT NULL,
            properties TEXT NOT NULL,
            body BLOB NOT NULL,
            enqueued_at INTEGER NOT NULL,
            visible_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            deferred INTEGER NOT NULL DEFAULT 0,
            delivery_count INTEGER NOT NULL DEFAULT 0,
            lock_token TEXT,
            locked_until INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX IF NOT EXISTS sb_message_ready ON sb_message (queue, sub, locked_until, visible_at, seq);
        CREATE INDEX IF NOT EXISTS sb_message_expiry ON sb_message (queue, expires_at) WHERE sub = 0 AND locked_until = 0;
        CREATE TABLE IF NOT EXISTS sb_seen (
            queue TEXT NOT NULL COLLATE NOCASE,
            message_id TEXT NOT NULL,
            seq INTEGER NOT NULL,
            seen_at INTEGER NOT NULL,
            PRIMARY KEY (queue, message_id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS sb_seen_age ON sb_seen (queue, seen_at);
        """;

    private static readonly long EndOfTime = DateTimeOffset.MaxValue.UtcTicks;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly Dictionary<string, LocalQueue> _queues;
    private readonly TimeProvider _clock;
    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public QueueStore(LocalNamespaceOptions options)
    {
        _queues = options.Queues.ToDictionary(queue => queue.Name, StringComparer.OrdinalIgnoreCase);
        _clock = options.Clock;
        _connection = StateFile.Open(options.StateFile);
        using var command = Command(Schema);
        command.ExecuteNonQuery();
    }

    /// <summary>Completes at the next change made through this store that may give a receiver something.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    /// <summary>Waits for a change here, or for the moment to look at what the clock and other processes did.</summary>
    public static async Task WaitForChangeAsync(Task changed, CancellationToken cancellationToken)
    {
        await Task.WhenAny(changed, Task.Delay(Poll, cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _connection.Dispose();
        }
    }

    private long Now => _clock.GetUtcNow().UtcTicks;

    private LocalQueue Queue(string name) => _queues.TryGetValue(name, out var queue)
        ? queue
        : throw new ServiceBusException("The messaging entity could not be found.", ServiceBusFailureReason.MessagingEntityNotFound, name);

    private T Write<T>(Func<T> work, bool announce)
    {
        T result;
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction(deferred: false);
            result = work();
            transaction.Commit();
        }

        if (announce)
        {
            Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        }

        return result;
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this class; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private long? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar() as long?;
    }
}
