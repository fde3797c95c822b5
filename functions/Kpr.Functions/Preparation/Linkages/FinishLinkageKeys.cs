using Kpr.Functions.Linkages;
using Kpr.Functions.Preparation.Extracts;
using Kpr.Functions.Register;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Preparation.Linkages;

/// <summary>
/// Asks the case once more, and says that the keys of a batch are issued; then forgets the list. Of a batch that was given up meanwhile, all is deleted. Doing it twice does nothing.
/// </summary>
/// <param name="linkages">The orders.</param>
/// <param name="look">What the case says.</param>
/// <param name="lists">The lists.</param>
/// <param name="destroy">Deletes what was given up.</param>
/// <param name="cases">Tells the case.</param>
/// <param name="audit">The audit log.</param>
/// <param name="log">The log.</param>
public sealed class FinishLinkageKeys(
    LinkageStore linkages, LookAtBatch look, LinkageLists lists, DestroyBatch destroy, TellCase cases, AuditLog audit, ILogger<FinishLinkageKeys> log)
{
    /// <summary>Finishes.</summary>
    [Function(nameof(FinishLinkageKeys))]
    public async Task<LinkageStatus> RunAsync([ActivityTrigger] LinkageEnd end, CancellationToken cancellationToken)
    {
        if (await linkages.FindOrderAsync(end.Case, end.Id, cancellationToken) is not { } order)
        {
            return LinkageStatus.Refused;
        }

        var state = await look.RunAsync(order, cancellationToken);
        if (state.Status == LinkageStatus.Ordered)
        {
            // Noted before it is said: whoever fetches a key file fetches one that is in the log.
            await audit.AppendAsync(
                new AuditEvent(order.At, order.By, "linkage-keys-issued", end.Id, order.Linker.Organisation, order.Case) { Log = AuditEvent.PersonsLog }, cancellationToken);
            state = await linkages.ChangeAsync(
                end.Case, end.Id, now => now.Status == LinkageStatus.Ordered ? now with { Status = LinkageStatus.Issued, Files = end.Files } : now, cancellationToken);
            Log.LinkageIssued(log, end.Id, state.Persons ?? 0, end.Files.Count);
        }

        if (state.Status == LinkageStatus.Issued)
        {
            await lists.ForgetAsync(order, cancellationToken);
        }
        else
        {
            await destroy.RunAsync(order, cancellationToken);
        }

        await cases.SendAsync(end.Case, $"{end.Id}-{state.Status}", cancellationToken);
        return state.Status;
    }
}
