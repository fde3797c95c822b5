using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Ingest.Triggers;

/// <summary>Every five minutes: drives on what is stuck.</summary>
public sealed class SweepStuckTrigger(SweepStuck sweep)
{
    /// <summary>Drives on what is stuck.</summary>
    [Function(nameof(SweepStuck))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => sweep.RunAsync(cancellationToken);
}
