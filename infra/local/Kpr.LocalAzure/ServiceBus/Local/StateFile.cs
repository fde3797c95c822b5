using Microsoft.Data.Sqlite;

namespace Kpr.LocalAzure.ServiceBus;

/// <summary>Opens the file in which the local editions keep their state.</summary>
internal static class StateFile
{
    /// <summary>A connection that waits for other writers up to half a minute.</summary>
    public static SqliteConnection Open(string path)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = full, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();

        // SQLite's own waiting is finer than the provider's, which sleeps 150 ms between attempts.
        command.CommandText = "PRAGMA busy_timeout = 30000";
        command.ExecuteNonQuery();
        return connection;
    }
}
