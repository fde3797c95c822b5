using Kpr.Core.Formats;
using Kpr.Core.Identity;

namespace Kpr.Core.Rules.Persons;

/// <summary>I21: the local user number (brukerNr) is not a national identity number.</summary>
public sealed class I21LocalNumberIsNoIdentity() : RecordRule<PersonRecord>("I21", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Lokalt brukernummer (brukerNr, barn_ungdomNr) skal ikke være et fødselsnummer eller D-nummer.";

    /// <inheritdoc/>
    public override string English => "The local user number does not hold an eleven-digit valid identity number.";

    /// <inheritdoc/>
    public override string Advice => "Bruk et lokalt løpenummer som ikke identifiserer personen.";

    /// <inheritdoc/>
    public override string Source => "SSB, kravspesifikasjon for kommunale filer";

    /// <inheritdoc/>
    public override int Order => 100;

    /// <inheritdoc/>
    public override void Judge(PersonRecord record, RecordVerdict verdict)
    {
        if (record.LocalUserNumber is { } number && IdentityScan.ContainsNationalId(number))
        {
            verdict.Report(this, record.LocalUserNumberField, $"{record.LocalUserNumberField} er et gyldig identitetsnummer.");
        }
    }
}
