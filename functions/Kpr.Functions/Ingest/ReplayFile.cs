using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>Sends what a file needs to go on from where it stopped. Doing so too often does no harm.</summary>
public sealed class ReplayFile(IngestLedger ledger, WorkArea work, MessageBus bus, TimeProvider clock, ILogger<ReplayFile> log)
{
    /// <summary>Drives a file on.</summary>
    /// <param name="file">The file.</param>
    /// <param name="row">Its row; null when it was never claimed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task DriveOnAsync(IncomingFile file, FileRow? row, CancellationToken cancellationToken)
    {
        var nudge = row?.Nudges + 1 ?? 1;
        if (row is not null)
        {
            // Failed work is taken up where it stood: chunks are known once the file has been read.
            row.State = row.State != FileState.Failed ? row.State : row.Delivery.Length > 0 ? FileState.Validating : FileState.Receiving;
            row.LeaseUntil = row.State is FileState.Receiving or FileState.Sending ? clock.GetUtcNow() : row.LeaseUntil;
            row.Nudges = nudge;
            row.ProgressAt = clock.GetUtcNow();
            row.Reason = "";
            row = await ledger.UpdateAsync(row, cancellationToken);
        }

        var (queue, messages) = row is null or { State: not (FileState.Validating or FileState.Completed) }
            ? (Queues.FileArrived, [MessageBus.Message(file.Key, BlobCreatedEvent.Of(file), IngestJson.Default.BlobCreatedEvent)])
            : await RestAsync(row, cancellationToken);
        foreach (var message in messages)
        {
            // Another id than the first time: the bus would take it for a repetition.
            message.MessageId += $"-again-{nudge}";
        }

        await bus.SendAsync(queue, messages, cancellationToken);
        Log.FileDrivenOn(log, file.Key, row?.State.ToString() ?? "unclaimed", queue);
    }

    private async Task<(string Queue, ServiceBusMessage[] Messages)> RestAsync(FileRow row, CancellationToken cancellationToken)
    {
        var done = await ledger.ChunksAsync(row.PartitionKey, cancellationToken);
        if (row.State == FileState.Completed || done.Count == row.Chunks)
        {
            return (Queues.CompleteFile, [ReceiveFile.Complete(row.PartitionKey)]);
        }

        var reading = await work.ReadAsync(WorkArea.Reading(row.PartitionKey), IngestJson.Default.FileReading, cancellationToken);
        var feed = row.File().TryAddress(out _)!.Feed;
        return (ReceiveFile.QueueOf(feed),
            [.. reading.Chunks.Where(chunk => !done.Contains(chunk.Index)).Select(chunk => ReceiveFile.Validate(row.PartitionKey, chunk))]);
    }
}
