using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kpr.Local.Telemetry;

/// <summary>Counts what the app logs, by event.</summary>
internal sealed class LogCounts : ILoggerProvider
{
    private const string App = "Kpr.Functions";

    private readonly ConcurrentDictionary<(int Id, string Name, LogLevel Level), long> _counts = new();

    /// <summary>How often each event was logged.</summary>
    public IReadOnlyList<(int Id, string Name, LogLevel Level, long Count)> Read() =>
        [.. _counts.OrderBy(pair => pair.Key.Id).Select(pair => (pair.Key.Id, pair.Key.Name, pair.Key.Level, pair.Value))];

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName.StartsWith(App, StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Category(LogCounts owner, bool ofApp) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => ofApp && logLevel is not (LogLevel.None or LogLevel.Debug or LogLevel.Trace);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                owner._counts.AddOrUpdate((eventId.Id, eventId.Name ?? "", logLevel), 1, (_, count) => count + 1);
            }
        }
    }
}
