using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Kpr.LocalAzure.Durable;

/// <summary>Statements on one connection, prepared once each. Values by position: <c>?1</c>, <c>?2</c>…</summary>
internal sealed class Sql(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>Whether a transaction is open. A full disk and the like end it without being asked.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <returns>Number of rows changed.</returns>
    public int Execute(string text, params ReadOnlySpan<object?> values) => Command(text, values).ExecuteNonQuery();

    public List<T> Query<T>(string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var row = Command(text, values).ExecuteReader();
        var found = new List<T>();
        while (row.Read())
        {
            found.Add(read(row));
        }

        return found;
    }

    public T? First<T>(string text, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var row = Command(text, values).ExecuteReader();
        return row.Read() ? read(row) : default;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Command(string text, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of the store; values are parameters.
            command.CommandText = text;
#pragma warning restore CA2100
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "?" + i });
            }

            _commands.Add(text, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
