using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A01: the type of service is in list 9151 and in use in the data year. The old housing types 12 and 13 are stored as 29, and that is told.</summary>
public sealed class A01ServiceTypeValid() : RecordRule<CareUser>("A01", Severity.RejectRecord, Severity.Warning)
{
    private const string MunicipalHousing = "29";

    /// <inheritdoc/>
    public override string Norwegian => "Tjenestetypen skal finnes i kodeverk 9151 og gjelde i dataåret. 12 og 13 (til 2018) lagres som 29.";

    /// <inheritdoc/>
    public override string English => "Service code in 9151 and valid for the data year; 12 and 13 are recoded to 29 with a note.";

    /// <inheritdoc/>
    public override string Advice => "Bruk en tjenestetype som gjaldt i dataåret.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering); kodeverk 9151";

    /// <inheritdoc/>
    public override int Order => 900;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Type is null || !service.Type.IsValidOn(record.YearEnd))
            {
                verdict.Report(this, "tjenesteType", "Tjenestetypen finnes ikke i kodeverk 9151, eller gjaldt ikke i dataåret.", line: service.Line);
            }
            else if (service.Type.Code is "12" or "13")
            {
                verdict.Report(this, "tjenesteType", "Tjenestetype 12 og 13 lagres som 29, bolig som kommunen disponerer.", Severity.Warning, service.Line);
                service.TjenesteType = MunicipalHousing;
                service.Type = ServiceTypes.Find(MunicipalHousing);
            }
        }
    }
}
