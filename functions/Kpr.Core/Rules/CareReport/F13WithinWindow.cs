using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F13: a report is sent within a window: on trial from 1 November of the data year, in earnest from 2 to 15 January after it, corrections to the end of June. A trial is told to be one. Judged in production: the test environment is open all year. The years of IPLOS are imported at any time.</summary>
public sealed class F13WithinWindow() : EnvelopeRule<CareReportEnvelope>("F13", Severity.Warning)
{
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
        if (day >= new DateOnly(year, 11, 1) && day <= new DateOnly(year, 12, 31))
        {
            verdict.Report(this, "tilDatoPeriode", "Rapporten er sendt i prøveperioden og regnes som en prøve.");
        }
        else if (day < new DateOnly(year + 1, 1, 2))
        {
            verdict.Report(this, "tilDatoPeriode", "Rapporten er sendt før innsendingsperioden.");
        }
        else if (day > new DateOnly(year + 1, 6, 30))
        {
            verdict.Report(this, "tilDatoPeriode", "Rapporten er sendt etter rettefristen 30. juni.");
        }
    }
}
