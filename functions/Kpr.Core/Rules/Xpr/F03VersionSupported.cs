using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F03: the message states a version of its format that the register takes for the data year.</summary>
public sealed class F03VersionSupported() : EnvelopeRule<MunicipalEnvelope>("F03", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Meldingen skal oppgi en formatversjon som registeret tar imot for dataåret (hendelser og skolehelse: 56.0.0).";

    /// <inheritdoc/>
    public override string English => "Version stated and supported for the data year (care events and school health: 56.0.0).";

    /// <inheritdoc/>
    public override string Advice => "Oppgrader fagsystemet til en versjon som støttes.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; rapportering til KPR";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (!envelope.TakesVersion)
        {
            verdict.Report(this, "versjon", string.IsNullOrEmpty(envelope.FormatVersion) ? "Formatversjon mangler." : "Formatversjonen støttes ikke for dataåret.");
        }
    }
}
