using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A14: a service names its provider where it must.</summary>
public sealed class A14ProviderGiven() : RecordRule<CareUser>("A14", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Organisasjonsnummer skal oppgis for tjenester der det er obligatorisk.";

    /// <inheritdoc/>
    public override string English => "Organisation number missing where mandatory.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi organisasjonsnummeret til virksomheten som utfører tjenesten.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratet, spørsmål og svar om IPLOS";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Type?.OrganisationNumber == OrganisationNumberDemand.Mandatory && string.IsNullOrEmpty(service.TjenesteOrgNr))
            {
                verdict.Report(this, "tjenesteOrgNr", "Organisasjonsnummer mangler.", line: service.Line);
            }
        }
    }
}
