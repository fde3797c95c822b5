using Kpr.Core.Cases.Content;
using Kpr.Core.Cases.Drafting;
using Kpr.Core.Cases.Parties;

namespace Kpr.Functions.Applications.Attachments;

/// <summary>Has new attachments scanned, and tells the case what the scan said.</summary>
/// <param name="store">The cases.</param>
/// <param name="files">Their files.</param>
/// <param name="scanner">The scan.</param>
/// <param name="execute">Tells the case; asked for late, since telling it has entries of its own delivered.</param>
public sealed class ScanAttachments(CaseStore store, AttachmentFiles files, IAttachmentScanner scanner, Lazy<ExecuteCommand> execute) : IOutboxDelivery
{
    private static readonly Actor Scanner = new(Role.System, "scan");

    /// <inheritdoc/>
    public OutboxKind Kind => OutboxKind.Scan;

    /// <inheritdoc/>
    public async Task<bool> DeliverAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        var state = (await store.LoadAsync(entry.CaseId, cancellationToken)).State;
        var all = true;
        foreach (var file in state.Attachments.Where(file => entry.Attachments.Contains(file.Id) && file.Scan == ScanResult.Pending))
        {
            var result = await scanner.ScanAsync(() => files.OpenAsync(entry.CaseId, file.Sha256, cancellationToken), cancellationToken);
            if (result == ScanResult.Pending)
            {
                all = false;
                continue;
            }

            // In a case that is over nobody cares what the scan says.
            await execute.Value.RunAsync(entry.CaseId, new ScanAttachment(file.Id, result), Scanner, null, null, cancellationToken);
        }

        return all;
    }
}
