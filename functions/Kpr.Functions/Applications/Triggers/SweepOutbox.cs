using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Applications.Triggers;

/// <summary>Delivers what a command left in its outbox because the process died or a service did not answer. Every five minutes.</summary>
public sealed class SweepOutbox(Outbox outbox, ILogger<SweepOutbox> log)
{
    /// <summary>Sweeps.</summary>
    [Function(nameof(SweepOutbox))]
    public async Task Run([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        if (await outbox.SweepAsync(cancellationToken) is > 0 and var delivered)
        {
            Log.OutboxSwept(log, delivered);
        }
    }
}
