using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A32: whoever is granted service 1, 15 or 18–22 in the data year has been assessed within twelve months of the decision. Judged on what the report holds; an assessment of an earlier year is known to the register alone. Not told of those who object, whose assessments are removed.</summary>
public sealed class A32AssessedForDecision() : RecordRule<CareUser>("A32", Severity.Warning)
{
    private const int Months = 12;

    /// <inheritdoc/>
    public override string Norwegian => "Ved nytt vedtak om tjeneste 1, 15 eller 18–22 skal personen være kartlagt innen 12 måneder.";

    /// <inheritdoc/>
    public override string English => "No assessment within 12 months of a new granted decision for services 1, 15, 18–22. Judged on the assessments in the report.";

    /// <inheritdoc/>
    public override string Advice => "Kartlegg personen når det fattes vedtak.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratet, legetjenester blant beboere i omsorgsbolig (kapittel om KPR); eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var decision in record.Cases)
        {
            if (decision is { Grants: true, Day: { } day, TjenesteType: "1" or "15" or "18" or "19" or "20" or "21" or "22" } && day.Year == record.DataYear
                && !record.Objects && !record.Assessments.Exists(assessment => assessment.Day >= day.AddMonths(-Months) && assessment.Day <= day.AddMonths(Months)))
            {
                verdict.Report(this, "Kartlegging", "Det er ingen kartlegging innen 12 måneder fra vedtaket.", line: decision.Line);
            }
        }
    }
}
