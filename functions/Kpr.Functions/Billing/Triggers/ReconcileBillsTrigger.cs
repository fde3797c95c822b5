using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Billing.Triggers;

/// <summary>Every night: bills what waits to be billed, whatever became of its flow.</summary>
public sealed class ReconcileBillsTrigger(ReconcileBills reconcile, ILogger<ReconcileBillsTrigger> log)
{
    /// <summary>Bills it.</summary>
    [Function(nameof(ReconcileBills))]
    public async Task Run([TimerTrigger("0 45 2 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var (cases, missed) = await reconcile.RunAsync(cancellationToken);
        Log.BillsReconciled(log, cases, missed);
    }
}
