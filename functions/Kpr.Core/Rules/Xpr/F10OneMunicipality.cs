using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F10: a message is about exactly one municipality. None at all is a fault of structure (F02).</summary>
public sealed class F10OneMunicipality() : EnvelopeRule<MunicipalEnvelope>("F10", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "En melding skal gjelde nøyaktig én kommune.";

    /// <inheritdoc/>
    public override string English => "Exactly one municipality per message.";

    /// <inheritdoc/>
    public override string Advice => "Send én melding for hver kommune.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.MunicipalityCount > 1)
        {
            verdict.Report(this, "Kommune", $"Meldingen gjelder {envelope.MunicipalityCount} kommuner.", line: envelope.Municipalities[1].Line);
        }
    }
}
