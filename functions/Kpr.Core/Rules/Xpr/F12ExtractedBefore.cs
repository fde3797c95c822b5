using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F12: the day of extraction (uttakDato) is not in the future. Judged where the message states one.</summary>
public sealed class F12ExtractedBefore() : EnvelopeRule<XprEnvelope>("F12", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Uttaksdatoen skal ikke være i framtiden.";

    /// <inheritdoc/>
    public override string English => "Extraction date not in the future.";

    /// <inheritdoc/>
    public override string Advice => "Rett uttaksdatoen, eller klokken i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0; alvorligheten er eget valg";

    /// <inheritdoc/>
    public override void Judge(XprEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.ExtractedOn > NorwegianTime.DateAt(verdict.File.ReceivedAt))
        {
            verdict.Report(this, "uttakDato", "Uttaksdatoen er i framtiden.");
        }
    }
}
