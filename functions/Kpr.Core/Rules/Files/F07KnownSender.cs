using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F07: the sender is who it says, and known.</summary>
public sealed class F07KnownSender() : EnvelopeRule<MessageEnvelope>("F07", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Avsenderen i meldingen skal være den som har sendt filen, og være registrert.";

    /// <inheritdoc/>
    public override string English => "The sender in the message is the one that sent the file, and is in the register of senders when one is loaded.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller avsenderen i fagsystemet, eller meld inn endringen til registeret.";

    /// <inheritdoc/>
    public override string Source => "Eget valg, etter praksis i andre registre; UKJENT_PRAKSISID i behandlerkravmeldingen";

    /// <inheritdoc/>
    public override void Judge(MessageEnvelope envelope, EnvelopeVerdict verdict)
    {
        var stated = envelope.StatedSender;
        if (stated is not null && verdict.File.Sender is { } actual && stated != actual)
        {
            verdict.Report(this, envelope.SenderField, "Avsenderen i meldingen er ikke den som har sendt filen.");
        }

        var sender = stated ?? verdict.File.Sender;
        if (sender is not null && verdict.File.KnowsSender(sender) == false)
        {
            var code = envelope.UnknownSenderCode is { } known ? $" ({known})" : "";
            verdict.Report(this, envelope.SenderField, $"Avsenderen er ikke i registeret over avsendere{code}.");
        }
    }
}
