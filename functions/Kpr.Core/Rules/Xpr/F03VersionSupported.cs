using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F03: the message states a version of its format that the register takes.</summary>
public sealed class F03VersionSupported() : EnvelopeRule<XprEnvelope>("F03", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Meldingen skal oppgi en formatversjon som registeret tar imot (56.0.0).";

    /// <inheritdoc/>
    public override string English => "Version stated and supported (56.0.0).";

    /// <inheritdoc/>
    public override string Advice => "Oppgrader fagsystemet til en versjon som støttes.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override void Judge(XprEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.FormatVersion != "56.0.0")
        {
            verdict.Report(this, "versjon", string.IsNullOrEmpty(envelope.FormatVersion) ? "Formatversjon mangler." : "Formatversjonen støttes ikke.");
        }
    }
}
