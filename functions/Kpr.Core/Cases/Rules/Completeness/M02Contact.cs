namespace Kpr.Core.Cases.Rules.Completeness;

/// <summary>M02: a contact person with e-mail.</summary>
public sealed class M02Contact() : ApplicationRule(
    "M02",
    "Kontaktperson med e-postadresse skal være oppgitt.",
    "A contact person with an e-mail address is given.",
    "Søknadsskjemaet, felt 2",
    blocks: true)
{
    /// <inheritdoc/>
    public override IEnumerable<CaseFinding> Judge(CaseFacts facts) => facts.Content.Parties?.Contact is not { Name.Length: > 0, Email: { } email } || !email.Contains('@', StringComparison.Ordinal) ? [At("parties.contact")] : [];
}
