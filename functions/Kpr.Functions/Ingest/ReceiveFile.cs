using Kpr.Core.Formats;
using Kpr.Core.Judging;
using Kpr.Functions.Azure;
using Kpr.Functions.Register;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Takes in a file that has landed: claims it, reads it once, cuts it into chunks, and sends the chunks on when
/// all of it has been read. Both doors come here; the claim makes a double knock harmless.
/// </summary>
public sealed class ReceiveFile(
    DeliveryFolder folder, FileLease lease, CutFile cut, IngestLedger ledger, WorkArea work, ClearUp clearUp, MessageBus bus, QuarantineStore quarantine,
    SenderTrace sender, IngestMetrics metrics, TimeProvider clock, ILogger<ReceiveFile> log)
{
    /// <summary>Takes in a version of a file; does nothing when somebody else has it, when it is done, or when files that belong to it are still to come.</summary>
    /// <returns>False when somebody else is receiving it, and has not come to the end of it.</returns>
    public async Task<bool> RunAsync(IncomingFile landed, CancellationToken cancellationToken)
    {
        if (await folder.CompleteAsync(landed, cancellationToken) is not { } file)
        {
            return true;
        }

        if (await lease.TakeAsync(file, cancellationToken) is not { } row)
        {
            return await ClearUpAsync(file.Key, cancellationToken);
        }

        using var span = Tracing.Start(Spans.ReceiveFile, parent: row.Trace)?.SetTag(Tracing.File, file.Key);
        if (row.Trace.Length == 0 && span is not null)
        {
            row.Trace = span.Id!;
            await sender.LinkAsync(span, row, cancellationToken);
        }

        if (file.TryAddress(out var refusal) is not { } address)
        {
            await RefuseAsync(row, refusal, cancellationToken);
            return true;
        }

        try
        {
            span?.SetTag(Tracing.Feed, address.Feed.Name);
            if (row.State == FileState.Receiving)
            {
                await ReceiveAsync(row, address, cancellationToken);
            }

            await SendAsync(row, address.Feed, cancellationToken);
            return true;
        }
        catch (LeaseLostException)
        {
            Log.LeaseLost(log, file.Key);
            return await ClearUpAsync(file.Key, cancellationToken);
        }
    }

    // A receiver that was overtaken, or a knock that came late, may have left something behind a file that is done.
    private async Task<bool> ClearUpAsync(string file, CancellationToken cancellationToken)
    {
        var row = await ledger.FindAsync(file, cancellationToken);
        if (row is { State: FileState.Completed or FileState.Refused })
        {
            await clearUp.RunAsync(row, cancellationToken);
        }

        return row is not { State: FileState.Receiving or FileState.Sending };
    }

    // Nobody can be answered: the file goes to quarantine as it came, and the log tells.
    private async Task RefuseAsync(FileRow row, string refusal, CancellationToken cancellationToken)
    {
        await quarantine.RefuseAsync(row, cancellationToken);
        row.Reason = refusal;
        row.Close(FileState.Refused, clock.GetUtcNow());
        await ledger.TryUpdateAsync(row, cancellationToken);
        await ledger.CloseAsync(row.PartitionKey, cancellationToken);
        metrics.Ended("unknown", "refused");
        Log.FileRefused(log, row.PartitionKey, refusal);
    }

    private async Task ReceiveAsync(FileRow row, IncomingFile.Address address, CancellationToken cancellationToken)
    {
        if (address.Feed.ManifestName is not null && row.Parts.Length == 0)
        {
            row.Parts = await folder.PinAsync(row.File(), address, cancellationToken);
            await lease.RenewAsync(row, cancellationToken);
        }

        var reading = await cut.RunAsync(row, address, cancellationToken);
        (row.Seen, row.First) = await RecogniseAsync(row, address, reading, cancellationToken);
        row.State = FileState.Sending;
        row.Chunks = row.Seen == Replay.SameAsFirst ? 0 : reading.Chunks.Count;
        row.Delivery = IncomingFile.Hash(address.Feed.Name, address.Sender, (reading.HasTrustedSender ? reading.Sha256 : null) ?? row.PartitionKey);
        Log.FileRead(log, row.PartitionKey, reading.Bytes, reading.Messages.Sum(message => message.Records), reading.Chunks.Count);
        metrics.Read(address.Feed.Name, reading.Bytes);
        await lease.RenewAsync(row, cancellationToken);
    }

    // F08. Only a file whose reading is stored is remembered: a repetition may lean on it whatever becomes of the blob.
    private async Task<(Replay Seen, string First)> RecogniseAsync(
        FileRow row, IncomingFile.Address address, FileReading reading, CancellationToken cancellationToken)
    {
        if (reading is not { HasTrustedSender: true, Sha256: { } sha256 })
        {
            return (Replay.New, "");
        }

        var identity = new MessageIdentity(address.Feed.Name, address.Sender, reading.MessageKey, sha256);
        var ofBytes = await ledger.RememberAsync(address, identity.BytesKey, row.PartitionKey, cancellationToken);
        var ofId = ofBytes == row.PartitionKey && identity.IdKey is { } id
            ? await ledger.RememberAsync(address, id, row.PartitionKey, cancellationToken)
            : row.PartitionKey;
        var seen = SeenMessages.Decide(bytesSeen: ofBytes != row.PartitionKey, idSeen: ofId != row.PartitionKey);
        return (seen, seen == Replay.SameAsFirst ? ofBytes : "");
    }

    private async Task SendAsync(FileRow row, Feed feed, CancellationToken cancellationToken)
    {
        if (row.Chunks == 0)
        {
            await bus.SendAsync(Queues.CompleteFile, new CompleteMessage(row.PartitionKey).ToMessage(), cancellationToken);
        }
        else
        {
            var reading = await work.ReadAsync(WorkArea.Reading(row.PartitionKey), IngestJson.Default.FileReading, cancellationToken);
            await bus.SendAsync(
                ChunkMessage.QueueOf(feed), reading.Chunks.Select(chunk => new ChunkMessage(row.PartitionKey, chunk).ToMessage()), cancellationToken);
        }

        // What was sent may be done already.
        await ledger.ChangeAsync(
            row.PartitionKey,
            now =>
            {
                var sending = now.State == FileState.Sending;
                (now.State, now.ProgressAt) = sending ? (FileState.Validating, clock.GetUtcNow()) : (now.State, now.ProgressAt);
                return sending;
            },
            cancellationToken);
    }
}
