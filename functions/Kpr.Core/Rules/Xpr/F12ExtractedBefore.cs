using Kpr.Core.Catalogue;
using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F12: the day of extraction (uttakDato) is not in the future, and that of a final annual report not before the end of the year: only on trial, before the year is over, may it be. Judged where the message states one.</summary>
public sealed class F12ExtractedBefore() : EnvelopeRule<MunicipalEnvelope>("F12", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Uttaksdatoen skal ikke være i framtiden, og for en endelig årsrapport ikke før årets slutt.";

    /// <inheritdoc/>
    public override string English => "Extraction date not in the future, not before period end for a final annual report.";

    /// <inheritdoc/>
    public override string Advice => "Rett uttaksdatoen, eller klokken i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0; alvorligheten er eget valg";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.ExtractedOn > NorwegianTime.DateAt(verdict.File.ReceivedAt))
        {
            verdict.Report(this, "uttakDato", "Uttaksdatoen er i framtiden.");
        }
        else if (envelope.IsAnnual && envelope.PeriodTo > envelope.ExtractedOn && NorwegianTime.DateAt(verdict.File.ReceivedAt) > envelope.PeriodTo)
        {
            verdict.Report(this, "uttakDato", "Uttaksdatoen er før årets slutt.");
        }
    }
}
