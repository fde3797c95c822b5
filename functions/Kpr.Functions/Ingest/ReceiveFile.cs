using System.Buffers;
using Azure;
using Azure.Messaging.ServiceBus;
using Azure.Storage.Blobs.Models;
using Kpr.Core.Formats;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Rules;
using Kpr.Core.Rules.Files;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Takes in a file that has landed: claims it, reads it once, cuts it into chunks, and sends the chunks on when
/// all of it has been read. Both doors come here; the claim makes a double knock harmless.
/// </summary>
public sealed class ReceiveFile(
    StorageAccounts storage, IngestLedger ledger, WorkArea work, MessageBus bus, SenderRegister senders, TimeProvider clock,
    IOptions<IngestOptions> options, IOptions<SourceLimits> limits, IOptions<RuleSettings> rules, ILogger<ReceiveFile> log)
{
    private const int PreconditionFailed = 412;
    private const int NotFound = 404;

    /// <summary>Takes in a version of a file; does nothing when somebody else has it or it is done.</summary>
    public async Task RunAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        var address = file.TryAddress(out var refusal);
        if (await ClaimAsync(file, address is null ? refusal : null, cancellationToken) is not { } row)
        {
            return;
        }

        if (address is null)
        {
            Log.FileRefused(log, file.Key, refusal);
            await ledger.CloseAsync(file.Key, cancellationToken);
            return;
        }

        if (row.State == FileState.Receiving)
        {
            row = await ReceiveAsync(row, address, cancellationToken);
        }

        await SendAsync(row, address.Feed, cancellationToken);
    }

    /// <summary>Queue of a feed's chunks.</summary>
    public static string QueueOf(Feed feed) => feed.IsMunicipal ? Queues.ValidateMunicipal : Queues.ValidateClaims;

    /// <summary>What is known of a file, the same for every step.</summary>
    public static FileContext ContextOf(FileRow row, string sender, RuleSettings settings, IReadOnlySet<string>? known) =>
        new(row.ReceivedAt, settings) { Sender = sender, Senders = known };

    private async Task<FileRow?> ClaimAsync(IncomingFile file, string? refusal, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new FileRow
        {
            PartitionKey = file.Key, BlobName = file.BlobName, BlobETag = file.ETag,
            State = refusal is null ? FileState.Receiving : FileState.Refused, Reason = refusal ?? "",
            ReceivedAt = now, ProgressAt = now, LeaseUntil = now + options.Value.ReceiveLease,
        };
        if (await ledger.ClaimAsync(row, cancellationToken))
        {
            Log.FileClaimed(log, file.Key);
            return await ledger.FindAsync(file.Key, cancellationToken);
        }

        var held = await ledger.FindAsync(file.Key, cancellationToken);
        if (held is null or { State: not (FileState.Receiving or FileState.Sending) } || held.LeaseUntil > now)
        {
            Log.FileClaimedBefore(log, file.Key);
            if (held is { State: FileState.Completed or FileState.Refused })
            {
                await ledger.CloseAsync(file.Key, cancellationToken);
            }

            return null;
        }

        Log.FileTakenOver(log, file.Key);
        return await RenewAsync(held, cancellationToken);
    }

    private Task<FileRow> RenewAsync(FileRow row, CancellationToken cancellationToken)
    {
        row.ProgressAt = clock.GetUtcNow();
        row.LeaseUntil = row.ProgressAt + options.Value.ReceiveLease;
        return ledger.UpdateAsync(row, cancellationToken);
    }

    private async Task<FileRow> ReceiveAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        FileReading reading;
        try
        {
            reading = await ReadAsync(row, address, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is PreconditionFailed or NotFound)
        {
            reading = new FileReading
            {
                Bytes = 0, Sha256 = null,
                Findings = [new MessageFindings(null, [FileJudge.AsFinding(The<F01Readable>.Rule.Overwritten())])],
            };
        }

        reading = await RecogniseAsync(row, address, reading, cancellationToken);
        await work.WriteAsync(WorkArea.Reading(row.PartitionKey), reading, IngestJson.Default.FileReading, cancellationToken);
        row.State = FileState.Sending;
        row.Chunks = reading.Chunks.Count;
        row.Delivery = IncomingFile.Hash(address.Feed.Name, address.Sender, reading.Sha256 ?? row.PartitionKey);
        Log.FileRead(log, row.PartitionKey, reading.Bytes, reading.Messages.Sum(message => message.Records), reading.Chunks.Count);
        return await RenewAsync(row, cancellationToken);
    }

    private async Task<FileReading> ReadAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        var blob = storage.Landing.GetBlobContainerClient(Containers.Incoming).GetBlobClient(row.BlobName);
        var pinned = new BlobOpenReadOptions(allowModifications: false) { Conditions = new BlobRequestConditions { IfMatch = new ETag(row.BlobETag) } };
        await using var ahead = new PrefetchedStream(await blob.OpenReadAsync(pinned, cancellationToken), cancellationToken);
        using var source = SourceContent.Open(ahead.Content, limits.Value);
        using var reader = address.Feed.TryOpen(source, limits.Value, out var unreadable);
        var chunks = reader is null ? [] : await CutAsync(row, reader, cancellationToken);
        var (bytes, sha256) = source.Finish();
        var fatal = unreadable ?? reader?.Fatal;
        var context = ContextOf(row, address.Sender, rules.Value, await senders.GetAsync(cancellationToken));
        return new FileReading
        {
            Bytes = bytes,
            Sha256 = sha256,
            Format = reader?.Format,
            FormatVersion = FileJudge.FormatVersion(reader),
            MessageId = FileJudge.MessageId(reader),
            Messages = [.. (reader?.Envelopes ?? []).Select(envelope => new MessageSpan(envelope.FirstOrdinal, envelope.Records))],
            Findings = fatal is { } fault
                ? [new MessageFindings(null, [FileJudge.AsFinding(fault)])]
                : [.. reader!.Envelopes.Select(envelope => new MessageFindings(envelope.Index, address.Feed.JudgeEnvelope(envelope, context)))
                    .Where(message => message.Findings.Count > 0)],
            Chunks = fatal is null ? chunks : [],
        };
    }

    private async Task<List<Chunk>> CutAsync(FileRow row, RecordReader reader, CancellationToken cancellationToken)
    {
        var cutter = new ChunkCutter(reader, options.Value.ChunkRecords, options.Value.ChunkBytes);
        var content = new ArrayBufferWriter<byte>();
        var chunks = new List<Chunk>();
        while (cutter.Next(content) is { } chunk)
        {
            await work.WriteAsync(WorkArea.Content(row.PartitionKey, chunk.Index), content.WrittenMemory, cancellationToken);
            chunks.Add(chunk);
            content.ResetWrittenCount();
            if (row.LeaseUntil - clock.GetUtcNow() < options.Value.ReceiveLease / 2)
            {
                await RenewAsync(row, cancellationToken);
            }
        }

        return chunks;
    }

    // F08: the same file again is answered with the first receipt; the same id with other content is refused,
    // though judged to the end, so that the sender sees all that is wrong with it.
    private async Task<FileReading> RecogniseAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, CancellationToken cancellationToken)
    {
        if (reading.Sha256 is null)
        {
            return reading;
        }

        var (first, sha256) = await ledger.RememberAsync(
            address.Feed.Name, address.Sender, reading.MessageId ?? reading.Sha256, row.PartitionKey, reading.Sha256, cancellationToken);
        if (first == row.PartitionKey)
        {
            return reading;
        }

        return sha256 == reading.Sha256
            ? reading with { RepeatOf = first, Chunks = [] }
            : reading with
            {
                Findings = [new MessageFindings(null, [FileJudge.AsFinding(The<F08NotSeenBefore>.Rule.OtherContent())]), .. reading.Findings],
            };
    }

    private async Task SendAsync(FileRow row, Feed feed, CancellationToken cancellationToken)
    {
        if (row.Chunks == 0)
        {
            await bus.SendAsync(Queues.CompleteFile, Complete(row.PartitionKey), cancellationToken);
        }
        else
        {
            var reading = await work.ReadAsync(WorkArea.Reading(row.PartitionKey), IngestJson.Default.FileReading, cancellationToken);
            await bus.SendAsync(QueueOf(feed), reading.Chunks.Select(chunk => Validate(row.PartitionKey, chunk)), cancellationToken);
        }

        row.State = FileState.Validating;
        row.ProgressAt = clock.GetUtcNow();
        await ledger.UpdateAsync(row, cancellationToken);
    }

    /// <summary>The message that asks for a chunk to be judged.</summary>
    public static ServiceBusMessage Validate(string file, Chunk chunk)
    {
        var message = new ChunkMessage(file, chunk);
        return MessageBus.Message(message.Id, message, IngestJson.Default.ChunkMessage);
    }

    /// <summary>The message that asks for a file to be completed.</summary>
    public static ServiceBusMessage Complete(string file)
    {
        var message = new CompleteMessage(file);
        return MessageBus.Message(message.Id, message, IngestJson.Default.CompleteMessage);
    }
}
