using System.Diagnostics;
using System.Globalization;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Reporting;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Kpr.Functions.Senders;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Completes a file whose chunks are judged: the rules across records and its place in the register's history, the register,
/// identity apart, quarantine, receipt, audit, and the file out of the inbox. Every step can be done again and makes the same.
/// </summary>
public sealed class CompleteFile(
    IngestLedger ledger, WorkArea work, MessageBus bus, FileContexts contexts, JudgeFile judging, RegisterStore register, IdentityStore identity, QuarantineStore quarantine,
    ReceiptStore receipts, DeliveryLog deliveries, AuditLog audit, IngestMetrics metrics, TimeProvider clock, IOptions<IngestOptions> options,
    ILogger<CompleteFile> log)
{
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
            using var span = Tracing.Start(Spans.CompleteFile)?.SetTag(Tracing.File, row.PartitionKey).SetTag(Tracing.Feed, address.Feed.Name);
            var receipt = row.Seen == Replay.SameAsFirst
                ? await RepeatAsync(row, address, cancellationToken)
                : await JudgeAsync(row, address, cancellationToken);
            if (receipt is null)
            {
                return;
            }

            await ledger.ChangeAsync(
                message.File,
                now =>
                {
                    now.Receipt = receipt;
                    now.Reason = "";
                    now.Close(FileState.Completed, clock.GetUtcNow());
                    return true;
                },
                cancellationToken);
        }

        await work.ClearAsync(message.File, cancellationToken);
        await ledger.CloseAsync(message.File, cancellationToken);
    }

    // The same bytes again: the first receipt, unchanged, under this file's address too.
    private async Task<string?> RepeatAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync(row.First, cancellationToken) is not { State: FileState.Completed } first)
        {
            await WaitForFirstAsync(row, cancellationToken);
            return null;
        }

        var receipt = await receipts.RepeatAsync(first.Receipt, address, row.Delivery, cancellationToken);
        await deliveries.NoteAsync(row, address, await receipts.GetAsync(receipt, cancellationToken), receipt, Brought.Nothing, cancellationToken);
        await quarantine.TakeOutAsync(row, AfterCompletion.Delete, cancellationToken);
        metrics.Ended(address.Feed.Name, "repeated");
        Log.FileRepeated(log, row.PartitionKey, row.First);
        return receipt;
    }

    // Looks again soon at first, since the same file twice is mostly sent at once, and seldom in the end. The time is
    // cut into slots and stands in the id, so that several who wait become one.
    private Task WaitForFirstAsync(FileRow row, CancellationToken cancellationToken)
    {
        Log.WaitsForFirst(log, row.PartitionKey, row.First);
        var now = clock.GetUtcNow();
        var slot = (now - row.ReceivedAt) switch
        {
            { TotalMinutes: < 1 } => TimeSpan.FromSeconds(2),
            { TotalHours: < 1 } => TimeSpan.FromMinutes(1),
            _ => TimeSpan.FromMinutes(10),
        };
        var next = new DateTimeOffset(((now.UtcTicks / slot.Ticks) + 1) * slot.Ticks, TimeSpan.Zero);
        var again = new CompleteMessage(row.PartitionKey).ToMessage();
        again.MessageId += string.Create(CultureInfo.InvariantCulture, $"-{next.UtcTicks}");
        again.ScheduledEnqueueTime = next;
        return bus.SendAsync(Queues.CompleteFile, again, cancellationToken);
    }

    private async Task<string> JudgeAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        var reading = await ReadingAsync(row, cancellationToken);
        var context = await contexts.OfAsync(row, address, cancellationToken);
        using var judged = await judging.RunAsync(row, address, reading, context, cancellationToken);
        var outcome = judged.Outcome;
        if (outcome.Counts.Accepted > 0)
        {
            await identity.StoreAsync(row, address, reading, judged, cancellationToken);
        }

        var figures = outcome.Counts.Accepted > 0 || reading.Edition is not null
            ? await register.StoreAsync(row, address, reading, judged, cancellationToken)
            : [];

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
            ReferenceData = ReceiptReferenceData.Of(address.Feed, context),
            Counts = outcome.Counts,
            Rules = outcome.Rules,
            Findings = outcome.Findings,
            FindingsTruncated = outcome.FindingsTruncated,
        };
        var stored = await receipts.StoreAsync(receipt, address, row.Delivery, reading.Origin, judged, cancellationToken);
        await deliveries.NoteAsync(row, address, receipt, stored, BroughtBy(row, address, reading, outcome, figures), cancellationToken);
        await audit.AppendAsync(new AuditEvent(row.ReceivedAt, "intake", "file-completed", row.Delivery, address.Sender, outcome.Status.ToString()), cancellationToken);
        var wholeInQuarantine = outcome.Status == ReceiptStatus.Rejected && reading.Sha256 is not null;
        var after = judged.NamesWithheld || (options.Value.AfterCompletion == AfterCompletion.Archive && wholeInQuarantine) ? AfterCompletion.Delete : options.Value.AfterCompletion;
        await quarantine.TakeOutAsync(row, after, cancellationToken);
        metrics.Completed(address.Feed.Name, outcome, clock.GetUtcNow() - row.ReceivedAt);
        Activity.Current?.SetTag(Tracing.Status, outcome.Status.ToString()).SetTag(Tracing.Records, outcome.Counts.Read);
        Log.FileCompleted(log, row.PartitionKey, outcome.Status.ToString(), outcome.Counts.Read, outcome.Counts.Accepted, outcome.Counts.Rejected, outcome.Counts.Duplicates);
        return stored;
    }

    // A file that bears the id of another says nothing about that id.
    private static Brought BroughtBy(FileRow row, IncomingFile.Address address, FileReading reading, FileOutcome outcome, IReadOnlyList<Figure> figures) => new()
    {
        Edition = row.Seen == Replay.OtherContent || reading.Edition is not { } edition
            ? null
            : edition with { Sender = address.Sender, IsAccepted = outcome.Status != ReceiptStatus.Rejected },
        Figures = figures,
    };

    // A file that bears the id of another is refused as a whole, but judged to the end: its sender sees all that is wrong with it.
    private async Task<FileReading> ReadingAsync(FileRow row, CancellationToken cancellationToken)
    {
        var reading = await work.ReadAsync(WorkArea.Reading(row.PartitionKey), IngestJson.Default.FileReading, cancellationToken);
        return row.Seen == Replay.OtherContent
            ? reading with
            {
                Findings = [new MessageFindings(null, [FileJudge.AsFinding(The<F08NotSeenBefore>.Rule.OtherContent())]), .. reading.Findings],
            }
            : reading;
    }
}
