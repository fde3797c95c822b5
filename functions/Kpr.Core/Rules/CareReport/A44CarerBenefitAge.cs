using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A44: a carer benefit (11) is given for recipients up to 80 years.</summary>
public sealed class A44CarerBenefitAge() : RecordRule<CareUser>("A44", Severity.Warning)
{
    private const int Oldest = 80;

    /// <inheritdoc/>
    public override string Norwegian => "Omsorgsstønad (11) til mottaker over 80 år bør kontrolleres.";

    /// <inheritdoc/>
    public override string English => "Carer benefit (11) for age above 80 as recipient group check.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller hvem stønaden er registrert på.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (record.Age > Oldest && service.Is("11") && service.IsActiveOn(record.YearEnd))
            {
                verdict.Report(this, "tjenesteType", "Omsorgsstønad er registrert på en person over 80 år.", line: service.Line);
            }
        }
    }
}
