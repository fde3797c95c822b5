using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A31: an assessment has a score for each of the 20 variables.</summary>
public sealed class A31AllVariables() : RecordRule<CareUser>("A31", Severity.Warning)
{
    private const int Variables = 20;

    /// <inheritdoc/>
    public override string Norwegian => "Kartleggingen skal ha skår for alle 20 funksjonsvariabler.";

    /// <inheritdoc/>
    public override string English => "All 20 variables present in an assessment.";

    /// <inheritdoc/>
    public override string Advice => "Fullfør kartleggingen; 9 er ikke relevant.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratet, legetjenester blant beboere i omsorgsbolig (kapittel om KPR); eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var assessment in record.Assessments)
        {
            var missing = Variables - assessment.Scores.Count(score => score.Skar is not null);
            if (missing > 0)
            {
                verdict.Report(this, "Funksjon", $"Kartleggingen mangler skår for {missing} av 20 variabler.", line: assessment.Line);
            }
        }
    }
}
