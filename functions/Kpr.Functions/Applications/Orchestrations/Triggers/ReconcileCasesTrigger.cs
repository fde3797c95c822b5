using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Applications.Orchestrations.Triggers;

/// <summary>Every night: looks at every open case, nudged or not.</summary>
public sealed class ReconcileCasesTrigger(ReconcileCases reconcile, ILogger<ReconcileCasesTrigger> log)
{
    /// <summary>Looks at them.</summary>
    [Function(nameof(ReconcileCases))]
    public async Task Run([TimerTrigger("0 15 2 * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        Log.CasesReconciled(log, await reconcile.RunAsync(cancellationToken));
}
