using Kpr.Core.Catalogue;
using Kpr.Core.Linking;
using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// Holds a batch against its case: one that the case is done with is ended, and where only the key is kept for a later delivery, what the sources sent is deleted.
/// </summary>
/// <param name="linkages">The orders.</param>
/// <param name="cases">The cases.</param>
/// <param name="files">What the parties hand to each other.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class LookAtBatch(LinkageStore linkages, CaseWatch cases, LinkageFiles files, TimeProvider clock, ILogger<LookAtBatch> log)
{
    private const string Sent = "from/";

    /// <summary>Looks.</summary>
    /// <returns>Where the keys stand then.</returns>
    public async Task<LinkageKeys> RunAsync(LinkageOrder order, CancellationToken cancellationToken)
    {
        var id = LinkageStore.IdOf(order.Case, order.Batch);
        var state = await linkages.FindAsync(order.Case, id, cancellationToken) ?? new LinkageKeys(id, LinkageStatus.Ordered);
        if (state.Status is LinkageStatus.Ended or LinkageStatus.Refused)
        {
            return state;
        }

        var standing = BatchStandings.Of(await cases.LoadAsync(order.Case, cancellationToken), order.Batch, NorwegianTime.Today(clock));
        if (standing.IsOver() || (state.Status == LinkageStatus.Ordered && standing != BatchStanding.InUse))
        {
            state = await linkages.ChangeAsync(
                order.Case, id, now => now.Status is LinkageStatus.Ordered or LinkageStatus.Issued ? now with { Status = LinkageStatus.Ended, Message = standing.Refusal() } : now, cancellationToken);
            Log.LinkageGivenUp(log, id, state.Status);
        }
        else if (standing == BatchStanding.Kept)
        {
            await files.DeleteAsync(id, Sent, cancellationToken);
        }

        return state;
    }
}
