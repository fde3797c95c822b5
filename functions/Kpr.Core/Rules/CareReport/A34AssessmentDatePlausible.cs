using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A34: an assessment is not dated in the future, nor before birth; otherwise it is left out.</summary>
public sealed class A34AssessmentDatePlausible() : RecordRule<CareUser>("A34", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Kartleggingens dato skal ikke være i framtiden eller før fødselen; ellers tas den ikke med.";

    /// <inheritdoc/>
    public override string English => "Assessment date in the future or before birth: the assessment is dropped.";

    /// <inheritdoc/>
    public override string Advice => "Rett datoen for kartleggingen.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override int Order => 911;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        record.Assessments.RemoveAll(assessment =>
        {
            var wrong = assessment.Day > NorwegianTime.DateAt(verdict.File.ReceivedAt) || assessment.Day?.Year < record.BirthYear;
            if (wrong)
            {
                verdict.Report(this, "dato", "Kartleggingen er datert i framtiden eller før fødselen og tas ikke med.", line: assessment.Line);
            }

            return wrong;
        });
    }
}
