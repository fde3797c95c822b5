using Kpr.Core.Formats;

namespace Kpr.Core.Rules.Xpr;

/// <summary>F21: the type of a contact person is in list 8471; an unknown one counts as −1.</summary>
public sealed class F21ContactTypeKnown() : EnvelopeRule<MunicipalEnvelope>("F21", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Type kontaktperson skal finnes i kodeverk 8471; ukjent settes til −1.";

    /// <inheritdoc/>
    public override string English => "Unknown contact type is set to −1.";

    /// <inheritdoc/>
    public override string Advice => "Bruk en kode fra kodeverk 8471.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; kodeverk 8471";

    /// <inheritdoc/>
    public override void Judge(MunicipalEnvelope envelope, EnvelopeVerdict verdict)
    {
        foreach (var contact in envelope.Contacts)
        {
            if (contact.TypeKontaktperson is null || !verdict.File.Reference.CodeLists.Get("8471").Contains(contact.TypeKontaktperson, verdict.File.ReceivedOn))
            {
                verdict.Report(this, "typeKontaktperson", "Type kontaktperson finnes ikke i kodeverket og settes til −1.", line: contact.Line);
            }
        }
    }
}
