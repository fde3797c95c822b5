using Kpr.Core.Formats.CareReport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Looks at the shipments of annual reports that are held: drives on those whose counterpart has come, or that a newer
/// report has overtaken, and reminds the senders of the others.
/// </summary>
public sealed class RemindReports(
    IngestLedger ledger, PairLedger pairs, WorkArea work, HoldReport hold, ReplayFile replay, TimeProvider clock,
    IOptions<IngestOptions> options, ILogger<RemindReports> log)
{
    /// <summary>Looks at every shipment that is held.</summary>
    /// <returns>Number of senders reminded.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var reminded = 0;
        await foreach (var (file, _) in ledger.OpenAsync(cancellationToken))
        {
            if (await ledger.FindAsync(file.Key, cancellationToken) is not { State: FileState.AwaitsCounterpart } row)
            {
                continue;
            }

            var reading = await work.ReadAsync(WorkArea.Reading(row.PartitionKey), IngestJson.Default.FileReading, cancellationToken);
            var own = reading.Shipment!;
            if (await IsOverAsync(own, cancellationToken))
            {
                await replay.DriveOnAsync(row, cancellationToken);
            }
            else
            {
                reminded += await RemindAsync(row, own, cancellationToken) ? 1 : 0;
            }
        }

        Log.Reminded(log, reminded);
        return reminded;
    }

    private async Task<bool> IsOverAsync(ShipmentSummary own, CancellationToken cancellationToken) =>
        (await pairs.FindAsync(own, cancellationToken)).Any(row =>
            (row.SerialNumber == own.SerialNumber && row.Shipment == own.Counterpart) || (row.Accepted && row.SerialNumber > own.SerialNumber));

    private async Task<bool> RemindAsync(FileRow row, ShipmentSummary own, CancellationToken cancellationToken)
    {
        var every = options.Value.RemindOfReportAfter;
        var number = row.HeldAt is { } since ? (int)((clock.GetUtcNow() - since) / every) : 0;
        if (number <= row.Reminders)
        {
            return false;
        }

        await hold.RemindAsync(row, own, number, (int)(every * number).TotalDays, cancellationToken);
        return true;
    }
}
