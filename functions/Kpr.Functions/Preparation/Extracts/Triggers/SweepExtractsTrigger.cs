using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Preparation.Extracts.Triggers;

/// <summary>Every night: sweeps extracts and deliveries.</summary>
/// <param name="sweep">Sweeps.</param>
/// <param name="begin">Begins flows.</param>
public sealed class SweepExtractsTrigger(SweepExtracts sweep, BeginExtract begin)
{
    /// <summary>Sweeps.</summary>
    [Function(nameof(SweepExtracts))]
    public async Task Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var id in await sweep.RunAsync(cancellationToken))
        {
            await begin.RunAsync(client, id, cancellationToken);
        }
    }
}
