using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Files;

/// <summary>F26: test and production are kept apart.</summary>
public sealed class F26RightEnvironment() : EnvelopeRule<MessageEnvelope>("F26", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Meldinger til testmiljøet skal ikke inn i produksjon, og omvendt.";

    /// <inheritdoc/>
    public override string English => "Messages addressed to the test environment never enter production, and the reverse. Judged where a recipient of the register is named.";

    /// <inheritdoc/>
    public override string Advice => "Send meldingen til mottakeren for riktig miljø: 122612 i produksjon, 171479 eller 8133973 i test.";

    /// <inheritdoc/>
    public override string Source => "Rapportering til KPR (HER-id for mottak)";

    /// <inheritdoc/>
    public override void Judge(MessageEnvelope envelope, EnvelopeVerdict verdict)
    {
        var production = verdict.File.Settings.Environment == KprEnvironment.Production;
        foreach (var address in envelope.RecipientHerIds)
        {
            if (production ? RegisterAddress.IsTest(address) : address == RegisterAddress.Production)
            {
                verdict.Report(this, "Receiver", production
                    ? "Meldingen er adressert til testmiljøet."
                    : "Meldingen er adressert til produksjonsmiljøet.");
                return;
            }
        }
    }
}
