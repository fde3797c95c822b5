using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A33: not every score of an assessment is 9, not relevant.</summary>
public sealed class A33SomeScoreTold() : RecordRule<CareUser>("A33", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Ikke alle skår i en kartlegging kan være 9 (ikke relevant).";

    /// <inheritdoc/>
    public override string English => "All scores 9.";

    /// <inheritdoc/>
    public override string Advice => "Kartlegg det som er relevant.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var assessment in record.Assessments)
        {
            if (assessment.Scores.TrueForAll(score => score.Skar == "9"))
            {
                verdict.Report(this, "skar", "Alle skår i kartleggingen er 9.", line: assessment.Line);
            }
        }
    }
}
