using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;
using Kpr.Core.Reporting;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F13: a report is sent within a window: on trial from 1 November of the data year, in earnest from 2 to 15 January after it, corrections to the end of June, or by the dates of that year in the reporting calendar. A trial is told to be one. Judged in production: the test environment is open all year. The years of IPLOS are imported at any time.</summary>
public sealed class F13WithinWindow() : EnvelopeRule<CareReportEnvelope>("F13", Severity.Warning)
{
    private const string Feed = "care-report";

    /// <inheritdoc/>
    public override string Norwegian => "Årsrapporten sendes 2.–15. januar, rettelser til 30. juni, prøver fra 1. november i dataåret.";

    /// <inheritdoc/>
    public override string English => "Submission inside the window (2–15 January; trial 1 November – 31 December marked as trial; correction window after, to 30 June); in production.";

    /// <inheritdoc/>
    public override string Advice => "Send innenfor fristen, eller avtal med registeret.";

    /// <inheritdoc/>
    public override string Source => "Rapportering til KPR; KOSTRA-frister; slutten på rettefristen er eget valg";

    /// <inheritdoc/>
    public override void Judge(CareReportEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.DataYear is not { } year || !envelope.IsPaired || verdict.File.Settings.Environment != KprEnvironment.Production)
        {
            return;
        }

        var day = NorwegianTime.DateAt(verdict.File.ReceivedAt);
        var calendar = verdict.File.Calendar;
        if (calendar.Find(Feed, year, ReportingDateKind.Due) is not { } due)
        {
            return;
        }

        var last = calendar.Find(Feed, year, ReportingDateKind.Correction)?.To ?? due.To;
        if (calendar.Find(Feed, year, ReportingDateKind.Trial)?.Contains(day) == true)
        {
            verdict.Report(this, "tilDatoPeriode", "Rapporten er sendt i prøveperioden og regnes som en prøve.");
        }
        else if (day < due.From)
        {
            verdict.Report(this, "tilDatoPeriode", "Rapporten er sendt før innsendingsperioden.");
        }
        else if (day > last)
        {
            verdict.Report(this, "tilDatoPeriode", $"Rapporten er sendt etter rettefristen {last:dd.MM.yyyy}.");
        }
    }
}
