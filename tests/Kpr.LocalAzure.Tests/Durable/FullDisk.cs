using Microsoft.Data.Sqlite;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>Makes some statements on a state file fail as they do on a full disk: the transaction is undone by SQLite itself.</summary>
internal sealed class FullDisk : IDisposable
{
    private readonly SqliteConnection _connection;

    /// <param name="file">The state file.</param>
    /// <param name="statements">What fails, for example <c>INSERT ON durable_history</c>.</param>
    public FullDisk(string file, params string[] statements)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        Execute("BEGIN IMMEDIATE");
        for (var i = 0; i < statements.Length; i++)
        {
            Execute($"CREATE TRIGGER full{i} BEFORE {statements[i]} BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END");
        }

        Execute("COMMIT");
        Count = statements.Length;
    }

    private int Count { get; }

    /// <summary>There is room again.</summary>
    public void Dispose()
    {
        Execute(string.Join(';', Enumerable.Range(0, Count).Select(i => $"DROP TRIGGER full{i}")));
        _connection.Dispose();
    }

    private void Execute(string text)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Texts of tests.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
