using Kpr.Functions.Extracts;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Begins a delivery: holds release, case and certificate against each other.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="guards">What must hold.</param>
public sealed class BeginDelivery(ExtractStore extracts, DeliveryGuards guards)
{
    /// <summary>Begins.</summary>
    /// <returns>Number of files to encrypt; 0 when nothing is to be delivered, or all of it is encrypted already.</returns>
    [Function(nameof(BeginDelivery))]
    public async Task<int> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken) =>
        await extracts.FindStateAsync(id, cancellationToken) is { Status: ExtractStatus.Released, Delivery: null }
            && await guards.PassAsync(id, cancellationToken) is var (_, state, _, _) ? state.Files!.Count : 0;
}
