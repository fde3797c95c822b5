using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>Sends what a file needs to go on from where it stopped. Doing so too often does no harm.</summary>
public sealed class ReplayFile(IngestLedger ledger, WorkArea work, MessageBus bus, TimeProvider clock, ILogger<ReplayFile> log)
{
    /// <summary>Tells of a file that was never claimed.</summary>
    public Task TellOfAsync(IncomingFile file, CancellationToken cancellationToken) =>
        SendAsync(file.Key, "", "unclaimed", 1, Queues.FileArrived, [Arrival(file)], cancellationToken);

    /// <summary>Drives a file on. Whoever is receiving it, or has just written its row, is not disturbed.</summary>
    /// <returns>Whether the file was driven on.</returns>
    public async Task<bool> DriveOnAsync(FileRow row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (row.IsHeld(now))
        {
            return false;
        }

        if (row.State == FileState.Failed)
        {
            // Failed work is taken up where it stood: chunks are known once the file has been read.
            row.State = row.Delivery.Length > 0 ? FileState.Validating : FileState.Receiving;
            row.LeaseUntil = now;
            row.Reason = "";
        }

        row.Nudges++;
        row.ProgressAt = now;
        if (!await ledger.TryUpdateAsync(row, cancellationToken))
        {
            return false;
        }

        var (queue, messages) = row.IsOnHold || row.State is FileState.Validating or FileState.Completed
            ? await RestAsync(row, cancellationToken)
            : (Queues.FileArrived, [Arrival(row.File())]);
        await SendAsync(row.PartitionKey, row.Trace, row.State.ToString(), row.Nudges, queue, messages, cancellationToken);
        return true;
    }

    private static ServiceBusMessage Arrival(IncomingFile file) =>
        MessageBus.Message(file.Key, BlobCreatedEvent.Of(file), IngestJson.Default.BlobCreatedEvent);

    private async Task SendAsync(string file, string trace, string state, int nudge, string queue, ServiceBusMessage[] messages, CancellationToken cancellationToken)
    {
        using var span = Tracing.Start(Spans.DriveOn, ActivityKind.Producer, trace)?.SetTag(Tracing.File, file);
        foreach (var message in messages)
        {
            // Another id than the first time: the bus would take it for a repetition.
            message.MessageId += $"-again-{nudge}";
        }

        await bus.SendAsync(queue, messages, cancellationToken);
        Log.FileDrivenOn(log, file, state, queue);
    }

    private async Task<(string Queue, ServiceBusMessage[] Messages)> RestAsync(FileRow row, CancellationToken cancellationToken)
    {
        var done = await ledger.ChunksAsync(row.PartitionKey, cancellationToken);
        if (row.State == FileState.Completed || done.Count == row.Chunks)
        {
            return (Queues.CompleteFile, [new CompleteMessage(row.PartitionKey).ToMessage()]);
        }

        var reading = await work.ReadAsync(WorkArea.Reading(row.PartitionKey), IngestJson.Default.FileReading, cancellationToken);
        var feed = row.File().TryAddress(out _)!.Feed;
        return (ChunkMessage.QueueOf(feed),
            [.. reading.Chunks.Where(chunk => !done.Contains(chunk.Index)).Select(chunk => new ChunkMessage(row.PartitionKey, chunk).ToMessage())]);
    }
}
