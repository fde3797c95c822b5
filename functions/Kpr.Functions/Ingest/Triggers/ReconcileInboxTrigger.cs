using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Every quarter of an hour: finds files whose event was lost.</summary>
public sealed class ReconcileInboxTrigger(ReconcileInbox reconcile)
{
    /// <summary>Compares the inbox with the ledger.</summary>
    [Function(nameof(ReconcileInbox))]
    public Task Run([TimerTrigger("0 7/15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => reconcile.RunAsync(cancellationToken);
}
