using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A17: who has a long-term stay on 31 December has no home service then.</summary>
public sealed class A17ResidentWithoutHomeService() : RecordRule<CareUser>("A17", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Langtidsopphold 31. desember skal ikke overlappe hjemmetjenester (1, 5, 6, 15).";

    /// <inheritdoc/>
    public override string English => "Overlap of 21 with home services 1, 5, 6 or 15 on 31 December.";

    /// <inheritdoc/>
    public override string Advice => "Avslutt hjemmetjenesten, eller kontroller oppholdet.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (!record.IsLongTermResident)
        {
            return;
        }

        foreach (var service in record.Services)
        {
            if (service.TjenesteType is "1" or "5" or "6" or "15" && service.IsActiveOn(record.YearEnd))
            {
                verdict.Report(this, "tjenesteType", "Hjemmetjeneste samtidig med langtidsopphold 31. desember.", line: service.Line);
            }
        }
    }
}
