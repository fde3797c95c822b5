using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A42: a risk in nutrition or a plan for it (4, 5) is told only of those who are assessed.</summary>
public sealed class A42NutritionWhenMapped() : RecordRule<CareUser>("A42", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Ernæring 4 og 5 forutsetter at personen er kartlagt.";

    /// <inheritdoc/>
    public override string English => "Nutrition 5 or 4 only for mapped persons.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller ernæring og kartlegging.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 9158";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record is { Assessments.Count: 0, Appraisal: { Ernaering: "4" or "5" } seen })
        {
            verdict.Report(this, "ernaering", "Ernæringsrisiko eller -plan er oppgitt uten kartlegging.", line: seen.Line);
        }
    }
}
