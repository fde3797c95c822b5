using Kpr.Core.Formats.CareReport;
using Kpr.Core.Formats.Sources;
using Kpr.Core.Judging;
using Kpr.Core.Receipts;
using Kpr.Core.Rules;
using Kpr.Functions.Azure;
using Kpr.Functions.Ingest;
using Kpr.Functions.Register;
using Kpr.Functions.Senders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kpr.Functions.Rehearsals;

/// <summary>
/// Lets a file be as the rules of today would have it, just as the dry run said: records come in or go out, what is told of them changes, and a new receipt takes the place of
/// the one before. The receipt is written last: whoever dies before is followed by somebody who does the same again.
/// </summary>
public sealed class ApplyRehearsal(
    ArchivedFiles archive, ChangeMemory memory, ChangeStored stored, ReceiptStore receipts, DeliveryLog deliveries, PersonListStore persons, IKeyRingSource keys,
    AuditLog audit, TimeProvider clock, IOptions<SourceLimits> limits, ILogger<ApplyRehearsal> log)
{
    /// <summary>Most records that change at once; more are taken piece by piece, by their ordinals.</summary>
    public const int MostChanges = 200_000;

    private const string AuditLogName = "rehearsals";

    /// <summary>Applies changes.</summary>
    /// <param name="file">The file.</param>
    /// <param name="changes">What would change.</param>
    /// <param name="told">What was told of it, from the beginning each time.</param>
    /// <param name="rehearsed">The dry run.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    internal async Task<RehearsedFile> RunAsync(
        AnsweredFile file, IReadOnlyList<RecordChange> changes, Func<IEnumerable<Finding>> told, RehearsedFile rehearsed,
        CancellationToken cancellationToken)
    {
        if (Refusal(file, changes) is { } refusal)
        {
            return rehearsed with { NotApplied = refusal };
        }

        var (ring, decisions) = (await keys.GetAsync(cancellationToken), await persons.GetAsync(cancellationToken));
        await using var content = await archive.OpenAsync(file.Feed, file.Sender, file.Delivery, cancellationToken);
        if (content is null)
        {
            return rehearsed with { Outcome = null };
        }

        using var records = ChangedRecords.Make(file, content, changes, ring, decisions, limits.Value);
        await memory.ExcludeKnownAsync(file, records, cancellationToken);
        if (records.IsEmpty)
        {
            return rehearsed with { NotApplied = "Postene er sendt på nytt siden, eller skal ikke lagres: de blir stående som de er." };
        }

        if (!await stored.HasPlaceAsync(file, records, cancellationToken))
        {
            return rehearsed with { NotApplied = "Poster ville kommet i en partisjon der leveransen ikke har noen, og leveransen kan erstattes av en annen. Be avsender sende den på nytt." };
        }

        // By the name of the receipt to come: one line for what is done, however often it is begun.
        var name = IncomingFile.Hash(file.Address, "judged-again");
        await audit.AppendAsync(
            new AuditEvent(clock.GetUtcNow(), "operator", "judged-again", $"{file.Delivery}/{name}", file.Sender, file.Today.Reference.Version.Id) { Log = AuditLogName },
            cancellationToken);
        await memory.ChangeAsync(file, records, cancellationToken);
        var figures = await stored.ChangeAsync(file, records, cancellationToken);
        using var findings = new MergedFindings(told(), records.Findings);
        var receipt = findings.Receipt(file, records, clock.GetUtcNow().UtcDateTime);
        var address = ReceiptStore.Beside(file.Address, name);
        await deliveries.ReviseAsync(file.Sender, new DateTimeOffset(file.Receipt.ReceivedAt, TimeSpan.Zero), file.Address, receipt, address, figures, cancellationToken);
        await receipts.ReviseAsync(address, receipt, findings.Content, cancellationToken);
        Log.JudgedByToday(log, file.Delivery, records.Taken.Count, records.Dropped.Count);
        return rehearsed with { Applied = address };
    }

    private static string? Refusal(AnsweredFile file, IReadOnlyList<RecordChange> changes)
    {
        var dropped = changes.Count(change => change is { Ordinal: > 0, WasRejected: false, IsRejected: true });
        var settings = file.Today.Settings;
        return file.Feed is CareReportFeed ? "Årsrapporten er et par: be avsender sende den på nytt med høyere løpenummer."
            : file.Receipt.Status == ReceiptStatus.Rejected ? "Filen er avvist som helhet: be avsender sende den på nytt."
            : changes.Count > MostChanges ? $"Mer enn {MostChanges} poster ville endres: ta dem i biter med first og last."
            : changes.Any(change => change.Ordinal == 0 && (change.WasRejected || change.IsRejected)) || changes.Any(change => change.Findings.Any(finding => finding.Severity == Severity.RejectFile))
                ? "Filen som helhet ville skiftet utfall: det avgjøres ikke her."
            : file.Receipt.Counts.Read >= settings.HoldFromRecords && dropped > settings.HoldAboveShare * file.Receipt.Counts.Read
                ? "Så mange poster ville blitt avvist at filen ville vært holdt tilbake (F25)."
            : dropped >= file.Receipt.Counts.Accepted && dropped > 0 ? "Alle poster ville blitt avvist."
            : null;
    }
}
