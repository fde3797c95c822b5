using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A15: a service without provider (GPS, housing) names none; it is blanked.</summary>
public sealed class A15NoProvider() : RecordRule<CareUser>("A15", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Organisasjonsnummer skal ikke oppgis for GPS og bolig; det blankes.";

    /// <inheritdoc/>
    public override string English => "Organisation number given where forbidden (GPS, housing decision) → dropped.";

    /// <inheritdoc/>
    public override string Advice => "Fjern organisasjonsnummeret.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratet, spørsmål og svar om IPLOS";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Type?.OrganisationNumber == OrganisationNumberDemand.Forbidden && service.TjenesteOrgNr is not null)
            {
                service.TjenesteOrgNr = null;
                verdict.Report(this, "tjenesteOrgNr", "Tjenestetypen skal ikke ha organisasjonsnummer. Det blankes.", line: service.Line);
            }
        }
    }
}
