using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Functions.Register;
using Kpr.Functions.Senders;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Holds a file of which too much is rejected (F25): its receipt says so, and nothing of it is stored. Whoever looks at it
/// releases it, and it is judged again and stored, or refuses it, and it goes to quarantine as a whole.
/// </summary>
public sealed class ReviewFile(
    IngestLedger ledger, ReceiptStore receipts, DeliveryLog deliveries, ReplayFile replay, AuditLog audit, TimeProvider clock, ILogger<ReviewFile> log)
{
    private const string ForReview = "review";

    /// <summary>Under what name the receipt of a delivery stands that is held for review, beside the one that follows.</summary>
    public static string NameOf(string delivery) => IncomingFile.Hash(delivery, ForReview);

    /// <summary>Holds a file, unless it is answered meanwhile.</summary>
    public async Task HoldAsync(Answer answer, Receipt receipt, CancellationToken cancellationToken)
    {
        var (row, address, reading, _, judged) = answer;
        var stored = await receipts.StoreAsync(receipt, address, NameOf(row.Delivery), reading.Origin, judged, cancellationToken);
        await deliveries.NoteHeldAsync(
            row, address, await receipts.GetAsync(stored, cancellationToken), stored, new Brought { Report = StoreFile.PartOf(reading.Shipment) }, cancellationToken);
        await audit.AppendAsync(new AuditEvent(row.ReceivedAt, "intake", "file-held-for-review", row.Delivery, address.Sender, nameof(ReceiptStatus.Held)), cancellationToken);
        await ledger.ChangeAsync(
            row.PartitionKey,
            now =>
            {
                if (now.Review != Review.None || now.State is FileState.Completed or FileState.AwaitsReview)
                {
                    return false;
                }

                now.State = FileState.AwaitsReview;
                now.Receipt = stored;
                now.ProgressAt = clock.GetUtcNow();
                return true;
            },
            cancellationToken);
        Log.HeldForReview(log, row.PartitionKey);
    }

    /// <summary>Decides about a file that is held for review, and drives it on. Deciding the same twice is no fault.</summary>
    /// <param name="file">Key of the file.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The file; null when there is none. Its <see cref="FileRow.Review"/> tells whether the decision stands.</returns>
    public async Task<FileRow?> DecideAsync(string file, Review decision, CancellationToken cancellationToken)
    {
        await ledger.ChangeAsync(
            file,
            now =>
            {
                if (now.State != FileState.AwaitsReview)
                {
                    return false;
                }

                (now.State, now.Review, now.Sweeps, now.ProgressAt) = (FileState.Validating, decision, 0, clock.GetUtcNow());
                return true;
            },
            cancellationToken);
        var row = await ledger.FindAsync(file, cancellationToken);
        if (row is { State: FileState.Validating } && row.Review == decision)
        {
            var action = decision == Review.Released ? "file-released" : "file-refused";
            await audit.AppendAsync(new AuditEvent(row.ReceivedAt, "operator", action, row.Delivery, row.File().TryAddress(out _)!.Sender, decision.ToString()), cancellationToken);
            Log.Reviewed(log, file, decision.ToString());
            await replay.DriveOnAsync(row, cancellationToken);
        }

        return row;
    }
}
