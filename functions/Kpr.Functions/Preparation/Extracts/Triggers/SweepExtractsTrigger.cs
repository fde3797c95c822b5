using Kpr.Functions.Preparation.Linkages;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Kpr.Functions.Preparation.Extracts.Triggers;

/// <summary>Every night: sweeps extracts, deliveries and the keys of linkages.</summary>
/// <param name="sweep">Sweeps extracts.</param>
/// <param name="begin">Begins their flows.</param>
/// <param name="linkages">Sweeps keys of linkages.</param>
/// <param name="beginKeys">Begins their flows.</param>
public sealed class SweepExtractsTrigger(SweepExtracts sweep, BeginExtract begin, SweepLinkages linkages, BeginLinkage beginKeys)
{
    /// <summary>Sweeps.</summary>
    [Function(nameof(SweepExtracts))]
    public async Task Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        foreach (var id in await sweep.RunAsync(cancellationToken))
        {
            await begin.RunAsync(client, id, cancellationToken);
        }

        foreach (var (caseId, id) in await linkages.RunAsync(cancellationToken))
        {
            await beginKeys.RunAsync(client, caseId, id, cancellationToken);
        }
    }
}
