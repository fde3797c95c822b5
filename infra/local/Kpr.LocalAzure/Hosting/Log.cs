using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Hosting;

/// <summary>What the host logs: names, ids and counts, never the content of a message, a blob or a request.</summary>
internal static partial class Log
{
    [LoggerMessage(7000, LogLevel.Information, "The local host runs {Count} functions: {Names}")]
    public static partial void Started(ILogger log, int count, string names);

    [LoggerMessage(7001, LogLevel.Information, "The local host has stopped; {Running} functions were still running")]
    public static partial void Stopped(ILogger log, int running);

    [LoggerMessage(7002, LogLevel.Information, "Function {Function} is disabled")]
    public static partial void Disabled(ILogger log, string function);

    [LoggerMessage(7003, LogLevel.Error, "Function {Function} is not loaded: names of its bindings differ only by case")]
    public static partial void NotLoaded(ILogger log, string function);

    [LoggerMessage(7004, LogLevel.Warning, "The run was stopped at an I/O call; the local host ends here without settling anything")]
    public static partial void Died(ILogger log);

    [LoggerMessage(7005, LogLevel.Critical, "A source of triggers broke down; the local host stops")]
    public static partial void Broken(ILogger log, Exception exception);

    [LoggerMessage(7010, LogLevel.Debug, "Function {Function} started, invocation {Invocation}")]
    public static partial void Executing(ILogger log, string function, string invocation);

    [LoggerMessage(7011, LogLevel.Debug, "Function {Function} succeeded, invocation {Invocation}, {Milliseconds} ms")]
    public static partial void Executed(ILogger log, string function, string invocation, long milliseconds);

    [LoggerMessage(7012, LogLevel.Error, "Function {Function} failed, invocation {Invocation}, {Milliseconds} ms")]
    public static partial void Failed(ILogger log, Exception exception, string function, string invocation, long milliseconds);

    [LoggerMessage(7020, LogLevel.Warning, "Message {SequenceNumber} of {Queue} could not be settled: {Reason}")]
    public static partial void NotSettled(ILogger log, long sequenceNumber, string queue, string reason);

    [LoggerMessage(7021, LogLevel.Warning, "The lock of message {SequenceNumber} of {Queue} was lost while its function ran")]
    public static partial void LockLost(ILogger log, long sequenceNumber, string queue);

    [LoggerMessage(7030, LogLevel.Warning, "Container {Container} could not be listed: {Reason}")]
    public static partial void NotListed(ILogger log, string container, string reason);

    [LoggerMessage(7031, LogLevel.Error, "A blob of container {Container} failed {Attempts} times in function {Function} and is given up as poisoned")]
    public static partial void Poisoned(ILogger log, string container, int attempts, string function);

    [LoggerMessage(7032, LogLevel.Debug, "Event {Event} of a new blob in {Container} sent to {Queue}")]
    public static partial void EventSent(ILogger log, string @event, string container, string queue);

    [LoggerMessage(7033, LogLevel.Warning, "The event of a new blob in {Container} could not be sent to {Queue}: {Reason}")]
    public static partial void EventNotSent(ILogger log, string container, string queue, string reason);
}
