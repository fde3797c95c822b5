using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Drives on the files that nobody works on: a message lost, a process dead, a last step not taken. What does not
/// get on after many tries is marked as failed, so that somebody looks at it.
/// </summary>
public sealed class SweepStuck(
    IngestLedger ledger, ReplayFile replay, OpenFiles open, IngestMetrics metrics, TimeProvider clock, IOptions<IngestOptions> options, ILogger<SweepStuck> log)
{
    private const string GivenUp = "driven on too often without getting done";

    /// <summary>Looks at every file that is not done.</summary>
    /// <returns>Number of files driven on.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var driven = 0;
        var states = new Dictionary<FileState, int>();
        DateTimeOffset? oldest = null;
        var before = clock.GetUtcNow() - options.Value.StuckAfter;
        await foreach (var (file, since) in ledger.OpenAsync(cancellationToken))
        {
            var row = await ledger.FindAsync(file.Key, cancellationToken);
            var state = row?.State ?? FileState.Receiving;
            states[state] = states.GetValueOrDefault(state) + 1;
            oldest = oldest is null || since < oldest ? since : oldest;
            if (row is null && since <= before)
            {
                await replay.TellOfAsync(file, cancellationToken);
                driven++;
            }
            else if (row is not (null or { State: FileState.Failed } or { IsOnHold: true }) && row.ProgressAt <= before)
            {
                driven += await DriveOnAsync(row, cancellationToken) ? 1 : 0;
            }
        }

        open.Take(states, oldest);
        Log.Swept(log, driven);
        return driven;
    }

    private async Task<bool> DriveOnAsync(FileRow row, CancellationToken cancellationToken)
    {
        if (await HasMovedAsync(row, cancellationToken))
        {
            return false;
        }

        row.Sweeps++;
        if (row.Sweeps <= options.Value.MaxSweeps)
        {
            return await replay.DriveOnAsync(row, cancellationToken);
        }

        Log.FileGivenUp(log, row.PartitionKey, options.Value.MaxSweeps);
        metrics.Ended(row.FeedName(), "failed");
        row.State = FileState.Failed;
        row.Reason = GivenUp;
        row.ProgressAt = clock.GetUtcNow();
        await ledger.TryUpdateAsync(row, cancellationToken);
        return false;
    }

    // A large file, or a long queue: chunks are being judged, and asking for them again would only lengthen the queue.
    private async Task<bool> HasMovedAsync(FileRow row, CancellationToken cancellationToken)
    {
        if (row.State != FileState.Validating)
        {
            return false;
        }

        var judged = (await ledger.ChunksAsync(row.PartitionKey, cancellationToken)).Count;
        if (judged == row.ChunksSeen || judged == row.Chunks)
        {
            return false;
        }

        row.ChunksSeen = judged;
        row.ProgressAt = clock.GetUtcNow();
        await ledger.TryUpdateAsync(row, cancellationToken);
        return true;
    }
}
