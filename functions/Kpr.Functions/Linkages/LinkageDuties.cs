using System.Text.Json;
using Kpr.Core.Cases;
using Kpr.Core.Catalogue;
using Kpr.Core.Linking;
using Kpr.Functions.Extracts;
using Kpr.Functions.Linkages.Http;
using Kpr.Functions.Register;
using Kpr.Functions.Statistics;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Linkages;

/// <summary>
/// What the system does about the linkage of a case whenever something happened in it: tells whoever makes keys, ends what is over, enters linked data in the disclosure ledger, and
/// deletes what has served. Each step can be done again; the daily look at the case finds what a crash left.
/// </summary>
/// <param name="linkages">The orders of keys.</param>
/// <param name="files">The files.</param>
/// <param name="tell">Tells whoever makes keys.</param>
/// <param name="audit">The ledger.</param>
/// <param name="clock">The time.</param>
/// <param name="log">The log.</param>
public sealed class LinkageDuties(LinkageStore linkages, LinkageFiles files, TellLinkage tell, AuditLog audit, TimeProvider clock, ILogger<LinkageDuties> log)
{
    /// <summary>Looks at all batches of a case.</summary>
    public async Task LookAsync(CaseState state, CancellationToken cancellationToken)
    {
        if (state.Linkage is null)
        {
            return;
        }

        await foreach (var (caseId, id) in linkages.ListAsync(state.Id, cancellationToken))
        {
            var order = (await linkages.FindOrderAsync(caseId, id, cancellationToken))!;
            await LookAsync(state, id, order, cancellationToken);
            if (await linkages.FindReleaseAsync(caseId, id, cancellationToken) is { DeletedAt: null } release)
            {
                await SettleAsync(state, id, release, cancellationToken);
            }
        }
    }

    private async Task LookAsync(CaseState state, string id, LinkageOrder order, CancellationToken cancellationToken)
    {
        var keys = await linkages.FindAsync(state.Id, id, cancellationToken);
        if (BatchStandings.Of(state, order.Batch, NorwegianTime.Today(clock)) is var standing && standing.IsOver())
        {
            if (keys is not { Status: LinkageStatus.Ended })
            {
                keys = await linkages.ChangeAsync(
                    state.Id, id, now => now.Status == LinkageStatus.Ended ? now : now with { Status = LinkageStatus.Ended, Message = standing.Refusal() }, cancellationToken);
                Log.BatchEnded(log, state.Id, id);
            }

            if (keys.DestroyedAt is null)
            {
                await tell.SendAsync(state.Id, id, LinkageStatus.Ended, order.At, cancellationToken);
            }
        }
        else if (keys is not { Status: not LinkageStatus.Ordered })
        {
            // Whoever ordered may have died before telling.
            await tell.SendAsync(state.Id, id, LinkageStatus.Ordered, order.At, cancellationToken);
        }
        else if (LinkedAccess.AreDelivered(state))
        {
            await files.DeleteAsync(id, LinkageFiles.FromAll, cancellationToken);
        }
    }

    private async Task SettleAsync(CaseState state, string id, LinkageRelease release, CancellationToken cancellationToken)
    {
        if (release.EnteredAt is null)
        {
            // Meant, and not taken by the case, or of a batch that was replaced.
            if (!LinkedAccess.AreDelivered(state) || LinkageDoor.BatchOf(state) != id)
            {
                return;
            }

            await EnterAsync(state, id, release, cancellationToken);
            release = release with { EnteredAt = clock.GetUtcNow().UtcDateTime };
            await linkages.WriteReleaseAsync(state.Id, id, release, cancellationToken);
            Log.LinkedDataReleased(log, state.Id, id, release.Files.Count);
        }

        // A suspension passes; what is recalled or over is deleted.
        if (clock.GetUtcNow().UtcDateTime >= release.ExpiresAt || !LinkedAccess.IsOpen(state with { Suspended = null }))
        {
            await files.DeleteAsync(id, LinkageFiles.Result, cancellationToken);
            await linkages.WriteReleaseAsync(state.Id, id, release with { DeletedAt = clock.GetUtcNow().UtcDateTime }, cancellationToken);
            Log.LinkedDataDeleted(log, state.Id, id);
        }
    }

    // The persons are those of the register's own delivery to the linker, who passed them on.
    private async Task EnterAsync(CaseState state, string id, LinkageRelease release, CancellationToken cancellationToken)
    {
        foreach (var order in state.Orders.Where(order => order.Register == KprVariables.Register && state.Linkage!.Orders.Contains(order.Id)))
        {
            if (order.Output?.Reference is not { } extract || await FindLineAsync(extract, release.At.Year, cancellationToken) is not { } given)
            {
                Log.LinkedWithoutDelivery(log, state.Id, order.Id);
                continue;
            }

            var line = given with { Through = extract, KeptUntil = DateOnly.FromDateTime(release.At).AddYears(Disclosure.KeptYears) };
            await audit.AppendAsync(new AuditEvent(new DateTimeOffset(release.At, TimeSpan.Zero), release.By, Disclosure.Action, id, release.Recipient, JsonSerializer.Serialize(line, TableJson.Options))
            {
                Once = true,
                Chain = Disclosure.ChainOf(release.At.Year),
            }, cancellationToken);
        }
    }

    private async Task<Disclosure?> FindLineAsync(string extract, int year, CancellationToken cancellationToken)
    {
        foreach (var before in (int[])[year, year - 1])
        {
            if ((await audit.ReadAsync(Disclosure.ChainOf(before), cancellationToken)).FirstOrDefault(line => line.Action == Disclosure.Action && line.Object == extract) is { } line)
            {
                return JsonSerializer.Deserialize<Disclosure>(line.Outcome, TableJson.Options);
            }
        }

        return null;
    }
}
