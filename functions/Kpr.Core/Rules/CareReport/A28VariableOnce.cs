using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A28: a function variable is in list 9111 and stands once in an assessment; otherwise the assessment is left out.</summary>
public sealed class A28VariableOnce() : RecordRule<CareUser>("A28", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En funksjonsvariabel skal finnes i kodeverk 9111 og stå én gang i kartleggingen; ellers tas ikke kartleggingen med.";

    /// <inheritdoc/>
    public override string English => "Function variable in 9111, at most once per assessment; otherwise the assessment is dropped.";

    /// <inheritdoc/>
    public override string Advice => "Rett kartleggingen i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 9111";

    /// <inheritdoc/>
    public override int Order => 910;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        record.Assessments.RemoveAll(assessment =>
        {
            var seen = 0;
            foreach (var score in assessment.Scores)
            {
                if (score.Variable == 0 || (seen & (1 << score.Variable)) != 0)
                {
                    var what = score.Variable == 0 ? "finnes ikke i kodeverk 9111" : "står to ganger";
                    verdict.Report(this, "variabel", $"Funksjonsvariabelen {what}. Kartleggingen tas ikke med.", line: score.Line);
                    return true;
                }

                seen |= 1 << score.Variable;
            }

            return false;
        });
    }
}
