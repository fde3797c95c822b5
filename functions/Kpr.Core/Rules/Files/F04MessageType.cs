using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F04: the message is of a known type.</summary>
public sealed class F04MessageType() : EnvelopeRule<MessageEnvelope>("F04", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Meldingstypen skal være en som registeret tar imot, og stemme med innholdet.";

    /// <inheritdoc/>
    public override string English => "The message type is one that the register takes, and agrees with the content.";

    /// <inheritdoc/>
    public override string Advice => "Send meldingen med riktig meldingstype, én innholdsdel i hver.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 8279, applikasjonskvittering T10";

    /// <inheritdoc/>
    public override void Judge(MessageEnvelope envelope, EnvelopeVerdict verdict)
    {
        if (envelope.TypeFault is { } fault)
        {
            verdict.Report(this, fault.Field, fault.Message);
        }
    }
}
