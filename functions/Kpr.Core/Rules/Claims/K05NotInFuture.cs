using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K05: no treatment in the future.</summary>
public sealed class K05NotInFuture() : RecordRule<Claim>("K05", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Behandlingstidspunktet skal ikke være etter innsending eller mottak.";

    /// <inheritdoc/>
    public override string English => "The date of treatment is not after submission or receipt (remark 766).";

    /// <inheritdoc/>
    public override string Advice => "Rett tidspunktet på regningen og send den på nytt.";

    /// <inheritdoc/>
    public override string Source => "Kravmeldingens dokumentasjon, merknad 766";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.LocalTime is not { } time)
        {
            return;
        }

        var day = DateOnly.FromDateTime(time);
        if (IsAfterReceipt(day, verdict.File) || (record.SubmittedAt is { } sent && day > DateOnly.FromDateTime(sent)))
        {
            verdict.Report(this, record.Fields.Time, "Regningen er datert etter at den ble sendt inn (merknad 766).");
        }
    }

    // It is never earlier in Norway than in UTC: most days need no look at the time zone.
    private static bool IsAfterReceipt(DateOnly day, FileContext file) =>
        day >= file.ReceivedOn && day > NorwegianTime.DateAt(file.ReceivedAt + file.Settings.ClockTolerance);
}
