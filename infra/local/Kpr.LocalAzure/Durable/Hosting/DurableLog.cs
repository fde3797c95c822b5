using Microsoft.Extensions.Logging;

namespace Kpr.LocalAzure.Durable;

/// <summary>What the durable engine logs: names and ids, never inputs or outputs.</summary>
internal static partial class DurableLog
{
    [LoggerMessage(7040, LogLevel.Warning, "Orchestration {Name}, instance {Instance}, awaits something that is not durable: it will never go on")]
    public static partial void Stuck(ILogger log, string name, string instance);

    [LoggerMessage(7041, LogLevel.Warning, "Orchestration {Name}, instance {Instance}, failed: {ErrorType}")]
    public static partial void Failed(ILogger log, string name, string instance, string errorType);

    [LoggerMessage(7042, LogLevel.Error, "Durable work broke off before it was written down; it is taken up again")]
    public static partial void BrokeOff(ILogger log, Exception broken);
}
