using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F11: the period lies in one calendar year, does not end before it begins, and not after the day of extraction. Judged where the message states a period.</summary>
public sealed class F11PeriodInOneYear() : EnvelopeRule<XprEnvelope>("F11", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Perioden skal ligge i ett kalenderår, ikke slutte før den begynner, og ikke slutte etter uttaksdatoen.";

    /// <inheritdoc/>
    public override string English => "Period lies in one calendar year; tilDato ≤ uttakDato; fraDato ≤ tilDato.";

    /// <inheritdoc/>
    public override string Advice => "Rett perioden, eller del meldingen ved årsskiftet.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0 attributtregler; alvorligheten er eget valg (docs/adr/0014)";

    /// <inheritdoc/>
    public override void Judge(XprEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.PeriodFrom > envelope.PeriodTo)
        {
            verdict.Report(this, "tilDatoPeriode", "Perioden slutter før den begynner.");
        }
        else if (envelope.PeriodFrom?.Year < envelope.PeriodTo?.Year)
        {
            verdict.Report(this, "tilDatoPeriode", "Perioden går over et årsskifte.");
        }

        if (envelope.PeriodTo > envelope.ExtractedOn)
        {
            verdict.Report(this, "uttakDato", "Uttaksdatoen er før periodens slutt.");
        }
    }
}
