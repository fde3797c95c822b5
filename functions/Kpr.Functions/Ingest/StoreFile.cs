using System.Diagnostics;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Reporting;
using Kpr.Functions.Register;
using Kpr.Functions.Senders;
using Kpr.Functions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Ingest;

/// <summary>
/// Stores a judged file and answers it: identity apart, the register, quarantine, receipt, the sender's list, audit, and the file out of the
/// inbox. Every step can be done again and makes the same.
/// </summary>
public sealed class StoreFile(
    RegisterStore register, IdentityStore identity, QuarantineStore quarantine, ReceiptStore receipts, DeliveryLog deliveries, AuditLog audit,
    IngestMetrics metrics, TimeProvider clock, IOptions<IngestOptions> options, ILogger<StoreFile> log)
{
    /// <summary>The receipt of a judged file.</summary>
    public Receipt ReceiptOf(Answer answer) => new()
    {
        File = new ReceiptFile(
            FileName.Shown(answer.Address.Name), answer.Reading.Sha256, answer.Reading.Bytes, answer.Address.Feed.Name, answer.Reading.Format,
            answer.Reading.FormatVersion, answer.Address.Sender, answer.Reading.MessageId),
        Status = answer.Judged.Outcome.Status,
        ReceivedAt = answer.Row.ReceivedAt.UtcDateTime,
        CompletedAt = clock.GetUtcNow().UtcDateTime,
        ReferenceData = ReceiptReferenceData.Of(answer.Address.Feed, answer.Context),
        Counts = answer.Judged.Outcome.Counts,
        Rules = answer.Judged.Outcome.Rules,
        Findings = answer.Judged.Outcome.Findings,
        FindingsTruncated = answer.Judged.Outcome.FindingsTruncated,
    };

    /// <summary>Stores a file and answers it.</summary>
    /// <param name="answer">The judged file.</param>
    /// <param name="persons">The persons of its records, where another file tells them; null where the records themselves do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Name of the receipt's blob.</returns>
    public async Task<string> RunAsync(Answer answer, ReportedPersons? persons, CancellationToken cancellationToken)
    {
        var (row, address, reading, _, judged) = answer;
        var outcome = judged.Outcome;
        // A report that holds nothing, and says so, replaces an older one all the same.
        var isReport = reading.Shipment is not null && outcome.Status != ReceiptStatus.Rejected;
        if (outcome.Counts.Accepted > 0 || isReport)
        {
            await identity.StoreAsync(row, address, reading, judged, persons, cancellationToken);
        }

        var figures = outcome.Counts.Accepted > 0 || reading.Edition is not null || isReport
            ? await register.StoreAsync(row, address, reading, judged, persons?.Keys, cancellationToken)
            : [];

        if (outcome.Counts.Rejected > 0 || outcome.Status == ReceiptStatus.Rejected)
        {
            await quarantine.StoreAsync(row, address, reading, judged, cancellationToken);
        }

        var receipt = ReceiptOf(answer);
        var stored = await receipts.StoreAsync(receipt, address, row.Delivery, reading.Origin, judged, cancellationToken);
        await deliveries.NoteAsync(row, address, receipt, stored, BroughtBy(answer, figures), cancellationToken);
        await audit.AppendAsync(new AuditEvent(row.ReceivedAt, "intake", "file-completed", row.Delivery, address.Sender, outcome.Status.ToString()), cancellationToken);
        await TakeOutAsync(answer, cancellationToken);
        metrics.Completed(address.Feed.Name, outcome, clock.GetUtcNow() - row.ReceivedAt);
        Activity.Current?.SetTag(Tracing.Status, outcome.Status.ToString()).SetTag(Tracing.Records, outcome.Counts.Read);
        Log.FileCompleted(log, row.PartitionKey, outcome.Status.ToString(), outcome.Counts.Read, outcome.Counts.Accepted, outcome.Counts.Rejected, outcome.Counts.Duplicates);
        return stored;
    }

    // What names somebody of whom nothing may be kept is not kept as it came, and what lies in quarantine as a whole is not kept twice.
    private Task TakeOutAsync(Answer answer, CancellationToken cancellationToken)
    {
        var wholeInQuarantine = answer.Judged.Outcome.Status == ReceiptStatus.Rejected && answer.Reading.Sha256 is not null;
        var kept = options.Value.AfterCompletion;
        return quarantine.TakeOutAsync(
            answer.Row,
            answer.Judged.NamesWithheld || (kept == AfterCompletion.Archive && wholeInQuarantine) ? AfterCompletion.Delete : kept,
            cancellationToken);
    }

    // A file that bears the id of another says nothing about that id.
    private static Brought BroughtBy(Answer answer, IReadOnlyList<Figure> figures) => new()
    {
        Edition = answer.Row.Seen == Replay.OtherContent || answer.Reading.Edition is not { } edition
            ? null
            : edition with { Sender = answer.Address.Sender, IsAccepted = answer.Judged.Outcome.Status != ReceiptStatus.Rejected },
        Report = PartOf(answer.Reading.Shipment),
        Figures = figures,
    };

    /// <summary>What the sender's list says of a shipment of the annual report; null for other files.</summary>
    internal static AnnualPart? PartOf(ShipmentSummary? shipment) =>
        shipment is null ? null : new AnnualPart(shipment.Year, shipment.SerialNumber, CareReportEnvelope.NameOf(shipment.Shipment));
}
