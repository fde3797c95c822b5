using Kpr.Functions.Reference;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>Gives a file to one receiver at a time: a claim at first, a lease that is renewed, a take-over when it ran out.</summary>
public sealed class FileLease(IngestLedger ledger, ReferenceStore reference, TimeProvider clock, IOptions<IngestOptions> options, ILogger<FileLease> log)
{
    private TimeSpan Length => options.Value.ReceiveLease;

    /// <summary>Takes a file for its receiver.</summary>
    /// <returns>Its row; null when somebody else has it or its reading is over.</returns>
    public async Task<FileRow?> TakeAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = new FileRow
        {
            PartitionKey = file.Key,
            BlobName = file.BlobName,
            BlobETag = file.ETag,
            State = FileState.Receiving,
            ReceivedAt = now,
            ProgressAt = now,
            LeaseUntil = now + Length,
            ReferenceData = (await reference.CurrentAsync(cancellationToken)).Version.Id,
        };
        if (await ledger.ClaimAsync(row, cancellationToken))
        {
            Log.FileClaimed(log, file.Key);
            return await ledger.FindAsync(file.Key, cancellationToken);
        }

        var held = await ledger.FindAsync(file.Key, cancellationToken);
        if (held is not { State: FileState.Receiving or FileState.Sending } || held.IsHeld(now) || !await TryRenewAsync(held, cancellationToken))
        {
            Log.FileClaimedBefore(log, file.Key);
            return null;
        }

        Log.FileTakenOver(log, file.Key);
        return held;
    }

    /// <summary>Renews the lease, and writes what else has changed in the row.</summary>
    /// <exception cref="LeaseLostException">Somebody else has taken the file over.</exception>
    public async Task RenewAsync(FileRow row, CancellationToken cancellationToken)
    {
        if (!await TryRenewAsync(row, cancellationToken))
        {
            throw new LeaseLostException(row.PartitionKey);
        }
    }

    /// <summary>Renews the lease when half of it has passed.</summary>
    /// <exception cref="LeaseLostException">Somebody else has taken the file over.</exception>
    public Task RenewInTimeAsync(FileRow row, CancellationToken cancellationToken) =>
        row.LeaseUntil - clock.GetUtcNow() < Length / 2 ? RenewAsync(row, cancellationToken) : Task.CompletedTask;

    private Task<bool> TryRenewAsync(FileRow row, CancellationToken cancellationToken)
    {
        row.ProgressAt = clock.GetUtcNow();
        row.LeaseUntil = row.ProgressAt + Length;
        return ledger.TryUpdateAsync(row, cancellationToken);
    }
}
