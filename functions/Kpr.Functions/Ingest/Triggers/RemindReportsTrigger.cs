using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Every morning: looks at the annual reports that are held for want of their other half.</summary>
public sealed class RemindReportsTrigger(RemindReports remind)
{
    /// <summary>Reminds of what is missing.</summary>
    [Function(nameof(RemindReports))]
    public Task Run([TimerTrigger("0 0 5 * * *")] TimerInfo timer, CancellationToken cancellationToken) => remind.RunAsync(cancellationToken);
}
