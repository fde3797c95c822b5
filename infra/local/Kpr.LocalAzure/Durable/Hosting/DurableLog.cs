using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Durable;

/// <summary>What the durable engine logs: names and ids, never inputs or outputs.</summary>
internal static partial class DurableLog
{
    [LoggerMessage(7040, LogLevel.Warning, "Orchestration {Name}, instance {Instance}, awaits something that is not durable: it will never go on")]
    public static partial void Stuck(ILogger log, string name, string instance);

    [LoggerMessage(7041, LogLevel.Warning, "Orchestration {Name}, instance {Instance}, failed: {ErrorType}")]
    public static partial void Failed(ILogger log, string name, string instance, string errorType);
}
