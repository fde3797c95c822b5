using Kpr.Functions.Linkages;
using Kpr.Functions.Register;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// Deletes what there is of a batch that is over: secret, population, key files, maps, what the sources sent, and the list. Then nobody can tell which serial numbers were one person's.
/// Doing it twice does no harm.
/// </summary>
/// <param name="linkages">The orders.</param>
/// <param name="secrets">Secret and population.</param>
/// <param name="lists">The lists.</param>
/// <param name="files">What the parties hand to each other.</param>
/// <param name="audit">The audit log.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class DestroyBatch(
    LinkageStore linkages, BatchSecrets secrets, LinkageLists lists, LinkageFiles files, AuditLog audit, TimeProvider clock, ILogger<DestroyBatch> log)
{
    // Not the linked data: they have an end of their own.
    private static readonly string[] Folders = ["keys/", "maps/", "from/"];

    /// <summary>Deletes.</summary>
    public async Task RunAsync(LinkageOrder order, CancellationToken cancellationToken)
    {
        var id = LinkageStore.IdOf(order.Case, order.Batch);
        var isFirst = await linkages.FindAsync(order.Case, id, cancellationToken) is { DestroyedAt: null };
        if (isFirst)
        {
            // Noted before it is done: what is gone cannot be asked.
            await audit.AppendAsync(new AuditEvent(clock.GetUtcNow(), "timer", "linkage-keys-destroyed", id, "", order.Case) { Log = AuditEvent.PersonsLog }, cancellationToken);
        }

        await secrets.DestroyAsync(id, cancellationToken);
        foreach (var folder in Folders)
        {
            await files.DeleteAsync(id, folder, cancellationToken);
        }

        await lists.ForgetAsync(order, cancellationToken);
        if (isFirst)
        {
            await linkages.ChangeAsync(order.Case, id, now => now with { DestroyedAt = now.DestroyedAt ?? clock.GetUtcNow().UtcDateTime }, cancellationToken);
            Log.LinkageDestroyed(log, id);
        }
    }

    /// <summary>Whether anything is left of a batch that is over.</summary>
    public async Task<bool> IsLeftAsync(LinkageKeys state, CancellationToken cancellationToken)
    {
        var left = state.DestroyedAt is null;
        foreach (var folder in Folders)
        {
            left = left || (await files.ListAsync(state.Id, folder, cancellationToken)).Count > 0;
        }

        return left;
    }
}
