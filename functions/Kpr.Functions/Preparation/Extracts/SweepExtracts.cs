using Kpr.Core.Catalogue;
using Kpr.Functions.Extracts;
using Kpr.Functions.Register;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Extracts;

/// <summary>
/// Every night: deletes deliveries that have expired or whose case says so, gives up packages whose decision is gone, begins again what stands still, and destroys the secrets of
/// projects that are over.
/// </summary>
/// <param name="extracts">The orders.</param>
/// <param name="cases">The cases.</param>
/// <param name="deliveries">The deliveries.</param>
/// <param name="forget">Forgets what was given up.</param>
/// <param name="certificates">The register's certificates.</param>
/// <param name="secrets">The secrets of projects.</param>
/// <param name="sums">What is kept of their extracts.</param>
/// <param name="outdated">Whether somebody must not be in an extract any more.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class SweepExtracts(
    ExtractStore extracts, CaseWatch cases, DeliveryStore deliveries, ForgetExtract forget, RegisterCertificates certificates, ProjectSecrets secrets, KeptSums sums, Outdated outdated,
    AuditLog audit, TimeProvider clock, ILogger<SweepExtracts> log)
{
    /// <summary>Sweeps.</summary>
    /// <returns>Ids of extracts that are to be begun again, if nobody is at them.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        (await certificates.EnsureAsync(cancellationToken)).Dispose();
        var standing = new List<string>();
        var inUse = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var id in extracts.ListAsync(cancellationToken))
        {
            if (await extracts.FindOrderAsync(id, cancellationToken) is { } order && await LookAsync(id, order, cancellationToken))
            {
                standing.Add(id);
                inUse.Add(PlanExtract.ProjectOf(await cases.LoadAsync(order.Order.Case, cancellationToken)));
            }
        }

        await DestroyAsync(inUse, cancellationToken);
        return standing;
    }

    // Whether something is still to be made of it.
    private async Task<bool> LookAsync(string id, StoredExtract order, CancellationToken cancellationToken)
    {
        var state = await extracts.FindStateAsync(id, cancellationToken) ?? new ExtractState(id, ExtractStatus.Ordered);
        if (state is { Status: ExtractStatus.Delivered, Delivery: { DeletedAt: null } delivery })
        {
            if (delivery.ExpiresAt <= clock.GetUtcNow().UtcDateTime || await cases.EndAsync(order.Order, state.KeyBatch, NorwegianTime.Today(clock), cancellationToken) is not null)
            {
                await deliveries.DeleteAsync(delivery.Room, id, null, cancellationToken);
                await extracts.ChangeStateAsync(
                    id, now => now.Delivery is { DeletedAt: null } there ? now with { Delivery = there with { DeletedAt = clock.GetUtcNow().UtcDateTime } } : now, cancellationToken);
                Log.DeliveryDeleted(log, id);
            }

            return false;
        }

        if (state.Status == ExtractStatus.Prepared && await RefusalAsync(id, order, state, cancellationToken) is { } refusal)
        {
            state = await extracts.ChangeStateAsync(
                id, now => now.Status == ExtractStatus.Prepared ? now with { Status = ExtractStatus.Discarded, Message = refusal } : now, cancellationToken);
            Log.ExtractGivenUp(log, id, ExtractStatus.Discarded);
        }

        if (state.IsEnded && await forget.IsLeftAsync(id, cancellationToken))
        {
            await forget.RunAsync(id, cancellationToken);
        }

        return state.Status is ExtractStatus.Ordered or ExtractStatus.Planned or ExtractStatus.Extracting or ExtractStatus.Prepared or ExtractStatus.Released;
    }

    private async Task<string?> RefusalAsync(string id, StoredExtract order, ExtractState state, CancellationToken cancellationToken) =>
        CaseWatch.Refusal(await cases.LoadAsync(order.Order.Case, cancellationToken), order.Order.Order, id, state.DecisionVersion, state.KeyBatch)
        ?? (await outdated.IsAsync(id, cancellationToken) ? Outdated.Message : null);

    private async Task DestroyAsync(HashSet<string> inUse, CancellationToken cancellationToken)
    {
        foreach (var project in await secrets.ListAsync(cancellationToken))
        {
            if (!inUse.Contains(project) && await cases.IsOverAsync(project, NorwegianTime.Today(clock), cancellationToken))
            {
                // Noted before it is done: what is gone cannot be asked.
                await audit.AppendAsync(
                    new AuditEvent(clock.GetUtcNow(), "timer", "project-secret-destroyed", project, "", "the case says that data are to be deleted") { Log = AuditEvent.PersonsLog }, cancellationToken);
                await sums.DestroyAsync(project, cancellationToken);
                await secrets.DestroyAsync(project, cancellationToken);
                Log.SecretDestroyed(log, project);
            }
        }
    }
}
