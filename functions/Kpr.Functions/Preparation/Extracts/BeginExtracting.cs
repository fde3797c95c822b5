using Kpr.Functions.Extracts;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Says how many the population is, when it is known; and whether the extract is to be made still.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="plans">The plans.</param>
/// <param name="populations">The populations.</param>
public sealed class BeginExtracting(ExtractStore extracts, ExtractPlans plans, Populations populations)
{
    /// <summary>Begins.</summary>
    /// <returns>False when it was withdrawn meanwhile.</returns>
    [Function(nameof(BeginExtracting))]
    public async Task<bool> RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var population = await populations.FindAsync(id, await plans.KeptAsync(id, cancellationToken), cancellationToken);
        var state = await extracts.ChangeStateAsync(
            id, now => now.Status is ExtractStatus.Planned ? now with { Status = ExtractStatus.Extracting, Population = population?.Count } : now, cancellationToken);
        return !state.IsEnded;
    }
}
