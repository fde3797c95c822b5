using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Tests.Durable;

/// <summary>What a host logs.</summary>
internal sealed class Lines : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _told = new();
    private readonly ConcurrentQueue<Exception> _thrown = new();

    /// <summary>Lines, with their category before.</summary>
    public IReadOnlyList<string> Told => [.. _told];

    /// <summary>Exceptions told of.</summary>
    public IReadOnlyList<Exception> Thrown => [.. _thrown];

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(Lines lines, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lines._told.Enqueue($"{name}: {formatter(state, exception)}");
            if (exception is not null)
            {
                lines._thrown.Enqueue(exception);
            }
        }
    }
}
