using System.Diagnostics;
using Azure.Messaging.ServiceBus;
using Kpr.Functions.Azure;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>
/// What the queues have given up: the file is marked as failed, so that it shows in the status and waits for a
/// replay instead of being swept in circles.
/// </summary>
public sealed class DeadLetters(IngestLedger ledger, IngestMetrics metrics, TimeProvider clock, ILogger<DeadLetters> log)
{
    /// <summary>Notes a dead letter.</summary>
    /// <param name="queue">The queue it comes from.</param>
    /// <param name="message">The message.</param>
    /// <param name="file">Key of its file; null when the message does not say.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task NoteAsync(string queue, ServiceBusReceivedMessage message, string? file, CancellationToken cancellationToken)
    {
        using var span = Tracing.Start(
            Spans.DeadLetter, ActivityKind.Consumer, message.ApplicationProperties.TryGetValue(Tracing.MessageProperty, out var carried) ? carried as string : null);
        span?.SetTag(Tracing.File, file).SetTag("messaging.destination.name", queue);
        metrics.DeadLettered(queue);

        // The delivery as a dead letter is counted too.
        Log.DeadLetter(log, queue, message.MessageId, message.DeadLetterReason ?? "", message.DeliveryCount - 1);
        if (file is null)
        {
            return;
        }

        try
        {
            var failed = "";
            await ledger.ChangeAsync(
                file,
                row =>
                {
                    failed = Fail(row, $"{queue}: {message.DeadLetterReason}") ? row.FeedName() : "";
                    return failed.Length > 0;
                },
                cancellationToken);
            if (failed.Length > 0)
            {
                metrics.Ended(failed, "failed");
            }
        }
        catch (Exception exception) when (Outage.Is(exception, cancellationToken))
        {
            // A dead letter cannot be put off, and would come again at once, for ever. The file stays as it is: the
            // sweeper drives it on once storage is back, and if it fails again it is noted again.
            Log.DeadLetterNotNoted(log, file, Outage.Kind(exception));
        }
    }

    private bool Fail(FileRow row, string reason)
    {
        if (row.State is FileState.Completed or FileState.Refused or FileState.Failed)
        {
            return false;
        }

        row.State = FileState.Failed;
        row.Reason = reason;
        row.ProgressAt = clock.GetUtcNow();
        return true;
    }
}
