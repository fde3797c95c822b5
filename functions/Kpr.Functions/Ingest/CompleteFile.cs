using Azure;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Completes a file whose chunks are judged: the rules across records and its place in the register's history, the counterpart of a shipment
/// of the annual report, storage and answer. Every step can be done again and makes the same.
/// </summary>
public sealed class CompleteFile(
    IngestLedger ledger, WorkArea work, FileContexts contexts, CompareFile compare, JudgeFile judging, MatchShipments match, PairLedger pairs,
    HoldReport hold, ReviewFile review, RepeatAnswer repeat, StoreFile store, ClearUp clearUp, TimeProvider clock, ILogger<CompleteFile> log)
{
    private const int NotFound = 404;
    private const int PreconditionFailed = 412;

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
                ? await repeat.RunAsync(row, address, cancellationToken)
                : await JudgeAsync(row, address, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is NotFound or PreconditionFailed)
        {
            // Gone before it was read, or while it was.
            if (await ledger.FindAsync(row.PartitionKey, cancellationToken) is { State: FileState.Completed } done)
            {
                await clearUp.RunAsync(done, cancellationToken);
                return null;
            }

            throw;
        }
    }

    private async Task<string?> JudgeAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        var reading = await ReadingAsync(row, cancellationToken);
        var context = await contexts.OfAsync(row, address, cancellationToken);
        var compared = new Surroundings(await compare.RunAsync(row, address, reading, context, cancellationToken), []);
        using var alone = await judging.RunAsync(row, address, reading, context, compared, onTrial: reading.Shipment is not null, cancellationToken);
        var answer = new Answer(row, address, reading, context, alone);
        if (alone.Outcome.Status == ReceiptStatus.Held)
        {
            await review.HoldAsync(answer, store.ReceiptOf(answer), cancellationToken);
            return null;
        }

        if (reading.Shipment is not { } shipment || alone.Outcome.Status == ReceiptStatus.Rejected)
        {
            return await store.RunAsync(answer, null, cancellationToken);
        }

        // An annual report: nothing of it is stored before both its shipments are there.
        var pair = await match.RunAsync(row, reading, shipment, cancellationToken);
        if (pair.Waits)
        {
            await hold.HoldAsync(answer, shipment, store.ReceiptOf(answer), cancellationToken);
            return null;
        }

        // Completed by another meanwhile: what it cleared up, persons among it, may be missing from what was just read.
        if (await ledger.FindAsync(row.PartitionKey, cancellationToken) is { State: FileState.Completed } done)
        {
            await clearUp.RunAsync(done, cancellationToken);
            return null;
        }

        using var judged = await judging.RunAsync(row, address, reading, context, compared.And(pair.Surroundings), onTrial: false, cancellationToken);
        answer = answer with { Judged = judged };
        if (judged.Outcome.Status == ReceiptStatus.Held)
        {
            await review.HoldAsync(answer, store.ReceiptOf(answer), cancellationToken);
            return null;
        }

        var receipt = await store.RunAsync(answer, pair.Persons, cancellationToken);
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
