using System.Globalization;
using Azure;
using Kpr.Core.Identity;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Completes a file whose chunks are judged: the rules across records and its place in the register's history, the register,
/// identity apart, quarantine, receipt, audit, and the file out of the inbox. Every step can be done again and makes the same.
/// </summary>
public sealed class CompleteFile(
    IngestLedger ledger, WorkArea work, MessageBus bus, FileContexts contexts, CompareFile compare, JudgeFile judging, RegisterStore register, IdentityStore identity,
    QuarantineStore quarantine, ReceiptStore receipts, MatchShipments match, PairLedger pairs, HoldReport hold, ReviewFile review, ClearUp clearUp,
    AuditLog audit, TimeProvider clock, IOptions<IngestOptions> options, ILogger<CompleteFile> log)
{
    private const int NotFound = 404;

    private static readonly TimeSpan HeldForAMoment = TimeSpan.FromMinutes(1);

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
            if (await AnswerAsync(row, address, cancellationToken) is not { } receipt)
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

        if (await ledger.FindAsync(message.File, cancellationToken) is { State: FileState.Completed } done)
        {
            await clearUp.RunAsync(done, cancellationToken);
        }
    }

    // Two may complete a file at once: a shipment is told of by its counterpart too. What the one that was done first has
    // cleared up is missed by the other, and there is nothing left to do.
    private async Task<string?> AnswerAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        try
        {
            return row.Seen == Replay.SameAsFirst
                ? await RepeatAsync(row, address, cancellationToken)
                : await JudgeAsync(row, address, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == NotFound)
        {
            if (await ledger.FindAsync(row.PartitionKey, cancellationToken) is { State: FileState.Completed } done)
            {
                await clearUp.RunAsync(done, cancellationToken);
                return null;
            }

            throw;
        }
    }

    // The same bytes again: the first receipt, unchanged, under this file's address too.
    private async Task<string?> RepeatAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        // A report that is held is mostly so for a moment only; later, what is answered is that it is held.
        var first = await ledger.FindAsync(row.First, cancellationToken);
        var held = first is { IsOnHold: true } && clock.GetUtcNow() - row.ReceivedAt > HeldForAMoment;
        if (first is not { State: FileState.Completed } && !held)
        {
            await WaitForFirstAsync(row, cancellationToken);
            return null;
        }

        var name = held ? HoldReport.NameOf(row.Delivery) : row.Delivery;
        var receipt = await receipts.RepeatAsync(first!.Receipt, address, name, cancellationToken);
        await quarantine.TakeOutAsync(row, AfterCompletion.Delete, cancellationToken);
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

    private async Task<string?> JudgeAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        var reading = await ReadingAsync(row, cancellationToken);
        var context = await contexts.OfAsync(row, address, cancellationToken);
        var compared = new Surroundings(await compare.RunAsync(row, address, reading, context, cancellationToken), []);
        using var alone = await judging.RunAsync(row, address, reading, context, compared, onTrial: reading.Shipment is not null, cancellationToken);
        if (alone.Outcome.Status == ReceiptStatus.Held)
        {
            await review.HoldAsync(row, address, ReceiptOf(row, address, reading, context, alone.Outcome), alone, cancellationToken);
            return null;
        }

        if (reading.Shipment is not { } shipment || alone.Outcome.Status == ReceiptStatus.Rejected)
        {
            return await StoreAsync(row, address, reading, context, alone, null, cancellationToken);
        }

        // An annual report: nothing of it is stored before both its shipments are there.
        var pair = await match.RunAsync(row, reading, shipment, cancellationToken);
        if (pair.Waits)
        {
            await hold.HoldAsync(row, address, shipment, ReceiptOf(row, address, reading, context, alone.Outcome), alone, cancellationToken);
            return null;
        }

        // Completed by another meanwhile: what it cleared up, persons among it, may be missing from what was just read.
        if (await ledger.FindAsync(row.PartitionKey, cancellationToken) is { State: FileState.Completed } done)
        {
            await clearUp.RunAsync(done, cancellationToken);
            return null;
        }

        using var judged = await judging.RunAsync(row, address, reading, context, compared.And(pair.Surroundings), onTrial: false, cancellationToken);
        if (judged.Outcome.Status == ReceiptStatus.Held)
        {
            await review.HoldAsync(row, address, ReceiptOf(row, address, reading, context, judged.Outcome), judged, cancellationToken);
            return null;
        }

        var receipt = await StoreAsync(row, address, reading, context, judged, pair.Persons, cancellationToken);
        if (judged.Outcome.Status != ReceiptStatus.Rejected)
        {
            await pairs.AcceptAsync(shipment, cancellationToken);
        }

        await ledger.ChangeAsync(
            row.PartitionKey,
            now =>
            {
                now.Counterpart = pair.Counterpart;
                return true;
            },
            cancellationToken);
        return receipt;
    }

    private Receipt ReceiptOf(FileRow row, IncomingFile.Address address, FileReading reading, FileContext context, FileOutcome outcome) => new()
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

    private async Task<string> StoreAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, FileContext context, JudgedFile judged,
        IReadOnlyDictionary<long, PersonKey>? persons, CancellationToken cancellationToken)
    {
        var outcome = judged.Outcome;
        // A report that holds nothing, and says so, replaces an older one all the same.
        if (outcome.Counts.Accepted > 0 || (reading.Shipment is not null && outcome.Status != ReceiptStatus.Rejected))
        {
            await identity.StoreAsync(row, address, reading, judged, cancellationToken);
        }

        if (outcome.Counts.Accepted > 0 || reading.Edition is not null || (reading.Shipment is not null && outcome.Status != ReceiptStatus.Rejected))
        {
            await register.StoreAsync(row, address, reading, judged, persons, cancellationToken);
        }

        if (outcome.Counts.Rejected > 0 || outcome.Status == ReceiptStatus.Rejected)
        {
            await quarantine.StoreAsync(row, address, reading, judged, cancellationToken);
        }

        var stored = await receipts.StoreAsync(ReceiptOf(row, address, reading, context, outcome), address, row.Delivery, judged, cancellationToken);
        await audit.AppendAsync(new AuditEvent(row.ReceivedAt, "intake", "file-completed", row.Delivery, address.Sender, outcome.Status.ToString()), cancellationToken);
        var wholeInQuarantine = outcome.Status == ReceiptStatus.Rejected && reading.Sha256 is not null;
        var after = options.Value.AfterCompletion == AfterCompletion.Archive && wholeInQuarantine ? AfterCompletion.Delete : options.Value.AfterCompletion;
        await quarantine.TakeOutAsync(row, after, cancellationToken);
        Log.FileCompleted(log, row.PartitionKey, outcome.Status.ToString(), outcome.Counts.Read, outcome.Counts.Accepted, outcome.Counts.Rejected, outcome.Counts.Duplicates);
        return stored;
    }

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
