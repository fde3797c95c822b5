using Kpr.LocalAzure.Faults;
using Kpr.LocalAzure.Hosting;
using Kpr.LocalAzure.ServiceBus;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kpr.LocalAzure.Durable;

/// <summary>
/// Instances, their histories and what is under way, in the state file. Every change is one transaction and one I/O
/// call; several processes may share the file.
/// </summary>
internal sealed partial class DurableStore : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS durable_instance (
            id TEXT PRIMARY KEY,
            execution TEXT NOT NULL,
            name TEXT NOT NULL,
            phase INTEGER NOT NULL,
            status INTEGER NOT NULL,
            created INTEGER NOT NULL,
            updated INTEGER NOT NULL,
            owner TEXT,
            caller TEXT,
            input TEXT,
            output TEXT,
            custom TEXT,
            tags TEXT);
        CREATE TABLE IF NOT EXISTS durable_trace (
            instance TEXT PRIMARY KEY,
            trace TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS durable_instance_owner ON durable_instance (owner) WHERE owner IS NOT NULL;
        CREATE TABLE IF NOT EXISTS durable_history (
            instance TEXT NOT NULL,
            number INTEGER NOT NULL,
            event TEXT NOT NULL,
            PRIMARY KEY (instance, number)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS durable_message (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            instance TEXT NOT NULL,
            execution TEXT,
            due INTEGER NOT NULL,
            wakes INTEGER NOT NULL,
            timer INTEGER,
            event TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS durable_message_instance ON durable_message (instance);
        CREATE INDEX IF NOT EXISTS durable_message_due ON durable_message (due);
        CREATE TABLE IF NOT EXISTS durable_activity (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            instance TEXT NOT NULL,
            execution TEXT NOT NULL,
            id INTEGER NOT NULL,
            name TEXT NOT NULL,
            input TEXT,
            owner TEXT);
        CREATE INDEX IF NOT EXISTS durable_activity_owner ON durable_activity (owner, sequence);
        """;

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Lazy<Sql> _sql;
    private readonly Lazy<HostLease> _lease;
    private TaskCompletionSource _changed = New();
    private long _version;

    public DurableStore(IOptions<LocalHostOptions> options, TimeProvider clock)
    {
        _clock = clock;
        var file = Path.GetFullPath(options.Value.StateFile);
        Hub = options.Value.TaskHub ?? file;
        Io = IoSwitch.Of(Hub);
        _sql = new Lazy<Sql>(() => Open(file));
        _lease = new Lazy<HostLease>(() => new HostLease(file));
    }

    /// <summary>The task hub: the scope of the I/O switch.</summary>
    public string Hub { get; }

    public IoSwitch Io { get; }

    /// <summary>Completes at the next change made through this store.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    private long Now => _clock.GetUtcNow().UtcTicks;

    /// <summary>Whether another connection has written to the file since this was last asked.</summary>
    public bool HasChangedElsewhere()
    {
        var version = Read(sql => sql.First("PRAGMA data_version", row => row.GetInt64(0)));
        return Interlocked.Exchange(ref _version, version) != version;
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_lease.IsValueCreated)
            {
                _lease.Value.Dispose();
            }

            if (_sql.IsValueCreated)
            {
                _sql.Value.Dispose();
            }
        }
    }

    private T Read<T>(Func<Sql, T> read)
    {
        lock (_gate)
        {
            return read(_sql.Value);
        }
    }

    /// <summary>Changes the file in one transaction, which is one I/O call.</summary>
    private T Write<T>(string operation, string target, Func<Sql, T> write)
    {
        var call = Io.Begin("durable", operation, target);
        var result = Change(write);
        Io.End(call);
        return result;
    }

    private T Change<T>(Func<Sql, T> write)
    {
        T result;
        lock (_gate)
        {
            var sql = _sql.Value;
            sql.Execute("BEGIN IMMEDIATE");
            var done = false;
            try
            {
                result = write(sql);
                sql.Execute("COMMIT");
                done = true;
            }
            finally
            {
                if (!done && sql.IsInTransaction)
                {
                    sql.Execute("ROLLBACK");
                }
            }
        }

        Interlocked.Exchange(ref _changed, New()).TrySetResult();
        return result;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Sql Open(string file)
    {
        var connection = StateFile.Open(file);
        using var schema = connection.CreateCommand();
        schema.CommandText = Schema;
        schema.ExecuteNonQuery();
        return new Sql(connection);
    }

    private static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
