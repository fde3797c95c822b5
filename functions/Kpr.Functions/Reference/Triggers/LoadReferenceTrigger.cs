using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Reference.Triggers;

/// <summary>Every five minutes: loads reference data whose manifest has changed.</summary>
public sealed class LoadReferenceTrigger(LoadReference load)
{
    /// <summary>Loads what has changed.</summary>
    [Function(nameof(LoadReference))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => load.RunAsync(again: false, cancellationToken);
}
