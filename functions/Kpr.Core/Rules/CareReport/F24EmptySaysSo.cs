using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F24: a report without records says that there is nothing to report (nullrapport), and one with records does not.</summary>
public sealed class F24EmptySaysSo() : EnvelopeRule<CareReportEnvelope>("F24", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "En tom rapport skal si det uttrykkelig, med nullrapport=1.";

    /// <inheritdoc/>
    public override string English => "Empty report must carry an explicit nil flag; one with records must not.";

    /// <inheritdoc/>
    public override string Advice => "Sett nullrapport til 1 når kommunen ikke har noe å rapportere.";

    /// <inheritdoc/>
    public override string Source => "SSB, kontrollprogram for KOSTRA; eget valg";

    /// <inheritdoc/>
    public override void Judge(CareReportEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.Records == 0 && envelope.Nullrapport != "1")
        {
            verdict.Report(this, "nullrapport", "Rapporten er tom, men sier ikke at den er en nullrapport.");
        }
        else if (envelope.Records > 0 && envelope.Nullrapport == "1")
        {
            verdict.Report(this, "nullrapport", "Rapporten sier at den er en nullrapport, men har innhold.");
        }
    }
}
