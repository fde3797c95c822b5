using Kpr.LocalAzure.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Kpr.LocalAzure.Hosting;

/// <summary>What the host must remember over a restart: which versions of blobs were handled, and when timers ran.</summary>
internal sealed class HostLedger(IOptions<LocalHostOptions> options) : IDisposable
{
    private const string Schema = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        CREATE TABLE IF NOT EXISTS host_timer (
            function TEXT PRIMARY KEY,
            last INTEGER NOT NULL,
            next INTEGER NOT NULL,
            updated INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS host_blob (
            receiver TEXT NOT NULL,
            blob TEXT NOT NULL,
            etag TEXT NOT NULL,
            attempts INTEGER NOT NULL,
            done INTEGER NOT NULL,
            PRIMARY KEY (receiver, blob)) WITHOUT ROWID;
        """;

    private readonly Lock _gate = new();
    private SqliteConnection? _connection;

    public ScheduleStatus? ReadTimer(string function)
    {
        lock (_gate)
        {
            using var command = Command("SELECT last, next, updated FROM host_timer WHERE function = @function", ("@function", function));
            using var row = command.ExecuteReader();
            return row.Read()
                ? new ScheduleStatus { Last = Time(row.GetInt64(0)), Next = Time(row.GetInt64(1)), LastUpdated = Time(row.GetInt64(2)) }
                : null;
        }
    }

    public void WriteTimer(string function, ScheduleStatus status) => Execute(
        "INSERT OR REPLACE INTO host_timer (function, last, next, updated) VALUES (@function, @last, @next, @updated)",
        ("@function", function), ("@last", status.Last.Ticks), ("@next", status.Next.Ticks), ("@updated", status.LastUpdated.Ticks));

    /// <summary>Every blob a receiver (a function or an event route) has dealt with: the version, how often it was tried, whether it is done with.</summary>
    public Dictionary<string, BlobReceipt> ReadBlobs(string receiver)
    {
        lock (_gate)
        {
            using var command = Command("SELECT blob, etag, attempts, done FROM host_blob WHERE receiver = @receiver", ("@receiver", receiver));
            using var row = command.ExecuteReader();
            var found = new Dictionary<string, BlobReceipt>(StringComparer.Ordinal);
            while (row.Read())
            {
                found[row.GetString(0)] = new BlobReceipt(row.GetString(1), (int)row.GetInt64(2), row.GetInt64(3) != 0);
            }

            return found;
        }
    }

    public void WriteBlob(string receiver, string blob, BlobReceipt receipt) => Execute(
        "INSERT OR REPLACE INTO host_blob (receiver, blob, etag, attempts, done) VALUES (@receiver, @blob, @etag, @attempts, @done)",
        ("@receiver", receiver), ("@blob", blob), ("@etag", receipt.ETag), ("@attempts", receipt.Attempts), ("@done", receipt.Done ? 1 : 0));

    public void Dispose()
    {
        lock (_gate)
        {
            _connection?.Dispose();
        }
    }

    private void Execute(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        lock (_gate)
        {
            using var command = Command(sql, parameters);
            command.ExecuteNonQuery();
        }
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        if (_connection is null)
        {
            _connection = StateFile.Open(options.Value.StateFile);
            using var schema = _connection.CreateCommand();
            schema.CommandText = Schema;
            schema.ExecuteNonQuery();
        }

        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this class; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private static DateTime Time(long ticks) => new(ticks, DateTimeKind.Utc);
}
