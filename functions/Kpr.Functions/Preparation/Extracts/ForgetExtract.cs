using Kpr.Functions.Extracts;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>Forgets what lay between the steps of an extract, and of one that was given up the package, what was delivered and the uploaded list too; then tells the case.</summary>
/// <param name="extracts">The orders.</param>
/// <param name="work">What lies between the steps.</param>
/// <param name="packages">The packages.</param>
/// <param name="cohorts">The lists.</param>
/// <param name="deliveries">The deliveries.</param>
/// <param name="sums">What is kept for a later extract to be compared with.</param>
/// <param name="watch">The cases.</param>
/// <param name="cases">Tells the case.</param>
/// <param name="clock">The time.</param>
public sealed class ForgetExtract(
    ExtractStore extracts, ExtractWork work, PreparedPackages packages, CohortStore cohorts, DeliveryStore deliveries, KeptSums sums, CaseWatch watch, TellCase cases, TimeProvider clock)
{
    /// <summary>Forgets.</summary>
    [Function(nameof(ForgetExtract))]
    public async Task RunAsync([ActivityTrigger] string id, CancellationToken cancellationToken)
    {
        var order = (await extracts.FindOrderAsync(id, cancellationToken))!.Order;
        var state = (await extracts.FindStateAsync(id, cancellationToken))!;
        if (state.IsEnded)
        {
            // Before what the nightly sweep looks for: whoever dies in between is followed by somebody who comes here again.
            await sums.ForgetAsync(PlanExtract.ProjectOf(await watch.LoadAsync(order.Case, cancellationToken)), id, cancellationToken);
        }

        await work.Blobs.DeleteAsync(ExtractNames.All(id), cancellationToken);
        if (state.IsEnded)
        {
            await packages.Blobs.DeleteAsync(ExtractNames.All(id), cancellationToken);
            await deliveries.DeleteAsync((await extracts.FindReleaseAsync(id, cancellationToken))?.Room, id, null, cancellationToken);
            if (order.Population.ListId is { } list && ExtractStore.IsPossible(list))
            {
                await cohorts.DeleteAsync(order.Case, list, cancellationToken);
            }

            if (state.Delivery is { DeletedAt: null })
            {
                await extracts.ChangeStateAsync(id, now => now.Delivery is { DeletedAt: null } delivery ? now with { Delivery = delivery with { DeletedAt = clock.GetUtcNow().UtcDateTime } } : now, cancellationToken);
            }
        }

        await cases.SendAsync(order.Case, state, cancellationToken);
    }

    /// <summary>Whether anything of an extract that was given up is left.</summary>
    public async Task<bool> IsLeftAsync(string id, CancellationToken cancellationToken) =>
        (await work.Blobs.ListAsync(ExtractNames.All(id), cancellationToken)).Count + (await packages.Blobs.ListAsync(ExtractNames.All(id), cancellationToken)).Count > 0;
}
