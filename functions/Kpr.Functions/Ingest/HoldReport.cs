using Kpr.Core.Formats.CareReport;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Core.Rules.CareReport;
using Kpr.Functions.Register;
using Kpr.Functions.Senders;
using Microsoft.Extensions.Logging;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Holds a shipment of the annual report whose counterpart has not come: its receipt says so, and nothing of it is
/// stored. Reminds its sender after some days.
/// </summary>
public sealed class HoldReport(
    IngestLedger ledger, ReceiptStore receipts, DeliveryLog deliveries, AuditLog audit, TimeProvider clock, ILogger<HoldReport> log)
{
    private const string Held = "held";

    /// <summary>Under what name the receipt of a held delivery stands, beside the one that follows.</summary>
    public static string NameOf(string delivery) => IncomingFile.Hash(delivery, Held);

    /// <summary>Holds a shipment, unless it is answered meanwhile.</summary>
    public async Task HoldAsync(Answer answer, ShipmentSummary own, Receipt receipt, CancellationToken cancellationToken)
    {
        var (row, address, reading, _, judged) = answer;
        var held = With(receipt, The<F16PairComplete>.Rule.Waiting(own.Counterpart));
        var stored = await receipts.StoreAsync(held, address, NameOf(row.Delivery), reading.Origin, judged, cancellationToken);
        await deliveries.NoteHeldAsync(row, address, await receipts.GetAsync(stored, cancellationToken), stored, new Brought { Report = StoreFile.PartOf(own) }, cancellationToken);
        await audit.AppendAsync(Event(row, address, "file-held"), cancellationToken);
        await ledger.ChangeAsync(
            row.PartitionKey,
            now =>
            {
                if (now.State is FileState.Completed or FileState.AwaitsCounterpart)
                {
                    return false;
                }

                now.State = FileState.AwaitsCounterpart;
                now.Receipt = stored;
                now.HeldAt = now.ProgressAt = clock.GetUtcNow();
                return true;
            },
            cancellationToken);
        Log.ReportHeld(log, row.PartitionKey);
    }

    /// <summary>Reminds the sender of a held shipment.</summary>
    /// <param name="row">The shipment.</param>
    /// <param name="own">What it says of itself.</param>
    /// <param name="number">Number of the reminder, from 1.</param>
    /// <param name="days">Number of days it has been held.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task RemindAsync(FileRow row, ShipmentSummary own, int number, int days, CancellationToken cancellationToken)
    {
        var address = row.File().TryAddress(out _)!;
        var name = IncomingFile.Hash(row.Delivery, Held, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await receipts.FollowAsync(
            row.Receipt, address, name,
            held => With(
                held with { Findings = [.. held.Findings.Where(finding => finding.Rule != The<F16PairComplete>.Rule.Id)] },
                The<F16PairComplete>.Rule.StillWaiting(own.Counterpart, days)) with
            {
                Counts = held.Counts,
                Rules = held.Rules,
                CompletedAt = clock.GetUtcNow().UtcDateTime,
            },
            cancellationToken);
        await audit.AppendAsync(Event(row, address, $"file-reminded-{number}"), cancellationToken);
        await ledger.ChangeAsync(
            row.PartitionKey,
            now =>
            {
                var due = now.State == FileState.AwaitsCounterpart && now.Reminders < number;
                now.Reminders = due ? number : now.Reminders;
                return due;
            },
            cancellationToken);
        Log.ReportReminded(log, row.PartitionKey, days);
    }

    private static AuditEvent Event(FileRow row, IncomingFile.Address address, string action) =>
        new(row.ReceivedAt, "intake", action, row.Delivery, address.Sender, nameof(ReceiptStatus.Held));

    private static Receipt With(Receipt receipt, Core.Formats.Fault fault) => receipt with
    {
        Status = ReceiptStatus.Held,
        Counts = receipt.Counts with { Warnings = receipt.Counts.Warnings + 1 },
        Rules = new SortedDictionary<string, long>(receipt.Rules.ToDictionary(), StringComparer.Ordinal) { [fault.Rule.Id] = 1 },
        Findings = [.. receipt.Findings.Append(FileJudge.AsFinding(fault)).Order(Finding.ReceiptOrder).Take(Receipt.MaxFindings)],
    };
}
