using System.Net.Mail;
using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F20: the contact persons that the feed needs are named, types 16 and 17 for care and none for school health; every contact has a name and a well-formed e-mail address.</summary>
public sealed class F20ContactsPresent() : EnvelopeRule<MunicipalEnvelope>("F20", Severity.Warning)
{
    private const int LongestAddress = 254;

    /// <inheritdoc/>
    public override string Norwegian => "Kontaktpersoner av type 16 og 17 skal være oppgitt (omsorgstjenester), og kontaktpersoner skal ha gyldig e-post.";

    /// <inheritdoc/>
    public override string English => "Contact persons of types 16 and 17 present (care); e-mail of every contact well formed.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi IPLOS-kontakt (16) og innsendingsansvarlig (17) for omsorgstjenester, og e-postadresse for hver kontakt.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; kodeverk 8471";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        foreach (var type in envelope.DemandedContacts)
        {
            if (envelope.ContactCount > 0 && !HasContact(envelope, type))
            {
                verdict.Report(this, "typeKontaktperson", $"Kontaktperson av type {type} mangler.");
            }
        }

        foreach (var contact in envelope.Contacts)
        {
            if (string.IsNullOrEmpty(contact.KontPerson))
            {
                verdict.Report(this, "kontPerson", "Kontaktpersonens navn mangler.", line: contact.Line);
            }

            if (!IsAddress(contact.MeldEpost1))
            {
                verdict.Report(this, "meldEpost1", "E-postadressen mangler eller er ikke gyldig.", line: contact.Line);
            }

            if (contact.MeldEpost2 is not null && !IsAddress(contact.MeldEpost2))
            {
                verdict.Report(this, "meldEpost2", "E-postadressen er ikke gyldig.", line: contact.Line);
            }
        }
    }

    // An address alone, without the name that mail programs put before it.
    private static bool IsAddress(string? text) =>
        text is { Length: <= LongestAddress } && MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static bool HasContact(MunicipalEnvelope envelope, string type) =>
        envelope.Contacts.Any(contact => contact.TypeKontaktperson == type);
}
