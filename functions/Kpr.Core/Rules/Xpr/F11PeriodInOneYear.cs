using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F11: the period lies in one calendar year, does not end before it begins, and not after the day of extraction. Judged where the message states a period; that of an annual report is the whole year.</summary>
public sealed class F11PeriodInOneYear() : EnvelopeRule<MunicipalEnvelope>("F11", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Perioden skal ligge i ett kalenderår, ikke slutte før den begynner, og ikke slutte etter uttaksdatoen. Årsrapporten gjelder 1. januar til 31. desember.";

    /// <inheritdoc/>
    public override string English => "Period lies in one calendar year; tilDato ≤ uttakDato; fraDato ≤ tilDato. The annual report is about 1 January to 31 December.";

    /// <inheritdoc/>
    public override string Advice => "Rett perioden, eller del meldingen ved årsskiftet.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0 attributtregler; alvorligheten er eget valg (docs/adr/0014)";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.PeriodFrom > envelope.PeriodTo)
        {
            verdict.Report(this, "tilDatoPeriode", "Perioden slutter før den begynner.");
        }
        else if (envelope.PeriodFrom?.Year < envelope.PeriodTo?.Year)
        {
            verdict.Report(this, "tilDatoPeriode", "Perioden går over et årsskifte.");
        }
        else if (envelope is { IsAnnual: true, PeriodFrom: { } from, PeriodTo: { } to } && (from.DayOfYear != 1 || to != new DateOnly(to.Year, 12, 31)))
        {
            verdict.Report(this, "fraDatoPeriode", "Perioden er ikke hele året, 1. januar til 31. desember.");
        }

        // Of an annual report this is for F12: what is sent on trial before the year is over cannot be complete.
        if (!envelope.IsAnnual && envelope.PeriodTo > envelope.ExtractedOn)
        {
            verdict.Report(this, "uttakDato", "Uttaksdatoen er før periodens slutt.");
        }
    }
}
