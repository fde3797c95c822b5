using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I27: an organisation number has nine digits and its check digit; one trailing zero is tolerated.</summary>
public sealed class I27OrganisationNumber() : RecordRule<PersonRecord>("I27", Severity.Warning)
{
    private const string NotValid = "Organisasjonsnummeret er ikke gyldig.";

    /// <inheritdoc/>
    public override string Norwegian => "Organisasjonsnummer skal ha ni siffer og riktig kontrollsiffer.";

    /// <inheritdoc/>
    public override string English => "Organisation number: nine digits, modulus 11.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller nummeret i Enhetsregisteret.";

    /// <inheritdoc/>
    public override string Source => "Brønnøysundregistrene";

    /// <inheritdoc/>
    public override int Order => 121;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        foreach (var (field, number) in record.OrganisationNumbers)
        {
            if (!OrganisationNumber.IsValid(number))
            {
                verdict.Report(this, field, NotValid);
            }
        }
    }

    /// <summary>A number that stands outside records: that of the municipality, or of one of its units.</summary>
    public Fault InEnvelope(string field, long line) => new(this, Severity.Warning, field, line, NotValid);
}
