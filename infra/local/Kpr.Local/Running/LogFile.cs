using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Kpr.Local.Running;

/// <summary>Writes what the system logs to a file in its state folder.</summary>
/// <param name="path">The file; appended to.</param>
internal sealed class LogFile(string path) : ILoggerProvider
{
    private readonly StreamWriter _file = new(path, append: true) { AutoFlush = true };
    private readonly Lock _gate = new();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Write(string line)
    {
        lock (_gate)
        {
            _file.WriteLine(line);
        }
    }

    private sealed class Category(LogFile owner, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var time = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            owner.Write($"{time} {logLevel} {name}[{eventId.Id}] {formatter(state, exception)}{(exception is null ? "" : $" {exception}")}");
        }
    }
}
