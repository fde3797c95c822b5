using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Completes a file whose chunks are judged: the rules across records, the register, identity apart, quarantine,
/// receipt, audit, and the file out of the inbox. Every step can be done again and makes the same.
/// </summary>
public sealed class CompleteFile(
    IngestLedger ledger, WorkArea work, MessageBus bus, RegisterStore register, IdentityStore identity, QuarantineStore quarantine,
    ReceiptStore receipts, AuditLog audit, TimeProvider clock, IOptions<IngestOptions> options, IOptions<RuleSettings> rules,
    ILogger<CompleteFile> log)
{
    private static readonly TimeSpan WaitForFirst = TimeSpan.FromSeconds(15);

    /// <summary>Completes a file; does nothing but clear up when it is complete.</summary>
    public async Task RunAsync(CompleteMessage message, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(message.File, cancellationToken) is not { } row)
        {
            Log.FileUnknown(log, message.File);
            return;
        }

        if (row.State != FileState.Completed)
        {
            var address = row.File().TryAddress(out _)!;
            var reading = await work.ReadAsync(WorkArea.Reading(row.PartitionKey), IngestJson.Default.FileReading, cancellationToken);
            var done = reading.RepeatOf is { } first
                ? await RepeatAsync(row, address, first, cancellationToken)
                : await JudgeAsync(row, address, reading, cancellationToken);
            if (!done)
            {
                return;
            }

            row.State = FileState.Completed;
            row.ProgressAt = clock.GetUtcNow();
            row = await ledger.UpdateAsync(row, cancellationToken);
        }

        await work.ClearAsync(row.PartitionKey, cancellationToken);
        await ledger.CloseAsync(row.PartitionKey, cancellationToken);
    }

    // The same bytes again: the first receipt, unchanged, under this file's address too.
    private async Task<bool> RepeatAsync(FileRow row, IncomingFile.Address address, string first, CancellationToken cancellationToken)
    {
        var original = await ledger.FindAsync(first, cancellationToken);
        if (original is not { State: FileState.Completed })
        {
            Log.WaitsForFirst(log, row.PartitionKey, first);
            var again = ReceiveFile.Complete(row.PartitionKey);
            again.MessageId += $"-{row.Nudges}";
            again.ScheduledEnqueueTime = clock.GetUtcNow() + WaitForFirst;
            row.Nudges++;
            await ledger.UpdateAsync(row, cancellationToken);
            await bus.SendAsync(Queues.CompleteFile, again, cancellationToken);
            return false;
        }

        row.Receipt = await receipts.RepeatAsync(original.Receipt, address, row.Delivery, cancellationToken);
        await quarantine.TakeOutAsync(row, AfterCompletion.Delete, cancellationToken);
        Log.FileRepeated(log, row.PartitionKey, first);
        return true;
    }

    private async Task<bool> JudgeAsync(FileRow row, IncomingFile.Address address, FileReading reading, CancellationToken cancellationToken)
    {
        var context = ReceiveFile.ContextOf(row, address.Sender, rules.Value, null);
        using var judged = new JudgedFile(address.Feed, reading, row.PartitionKey);
        await judged.JudgeAsync(work, context, cancellationToken);
        var outcome = judged.Outcome;
        if (outcome.Counts.Accepted > 0)
        {
            await identity.StoreAsync(row, address, reading, judged, cancellationToken);
            await register.StoreAsync(row, address, reading, judged, cancellationToken);
        }

        if (outcome.Counts.Rejected > 0 || outcome.Status == ReceiptStatus.Rejected)
        {
            await quarantine.StoreAsync(row, address, reading, judged, cancellationToken);
        }

        var receipt = new Receipt
        {
            File = new ReceiptFile(
                FileName.Shown(address.Name), reading.Sha256, reading.Bytes, address.Feed.Name, reading.Format, reading.FormatVersion,
                address.Sender, reading.MessageId),
            Status = outcome.Status,
            ReceivedAt = row.ReceivedAt.UtcDateTime,
            CompletedAt = clock.GetUtcNow().UtcDateTime,
            Counts = outcome.Counts,
            Rules = outcome.Rules,
            Findings = outcome.Findings,
            FindingsTruncated = outcome.FindingsTruncated,
        };
        row.Receipt = await receipts.StoreAsync(receipt, address, row.Delivery, judged, cancellationToken);
        await audit.AppendAsync(new AuditEvent(row.ReceivedAt, "intake", "file-completed", row.Delivery, address.Sender, outcome.Status.ToString()), cancellationToken);
        var wholeInQuarantine = outcome.Status == ReceiptStatus.Rejected && reading.Sha256 is not null;
        var after = options.Value.AfterCompletion == AfterCompletion.Archive && wholeInQuarantine ? AfterCompletion.Delete : options.Value.AfterCompletion;
        await quarantine.TakeOutAsync(row, after, cancellationToken);
        Log.FileCompleted(log, row.PartitionKey, outcome.Status.ToString(), outcome.Counts.Read, outcome.Counts.Accepted, outcome.Counts.Rejected, outcome.Counts.Duplicates);
        return true;
    }
}
