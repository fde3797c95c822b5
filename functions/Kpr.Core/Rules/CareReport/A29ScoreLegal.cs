using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A29: a score is 1–5 or 9 (list 9165); otherwise it is blanked.</summary>
public sealed class A29ScoreLegal() : RecordRule<CareUser>("A29", Severity.Warning)
{
    private const int Sight = 13;
    private const int Hearing = 14;

    private static readonly CodeList Scores = CodeLists.Get("9165");

    /// <inheritdoc/>
    public override string Norwegian => "Skår skal være 1–5 eller 9; 6, 7, 8 og 0 er ikke lov. Verdien blankes.";

    /// <inheritdoc/>
    public override string English => "Score in 1–5 or 9 (6, 7, 8, 0 illegal); otherwise null.";

    /// <inheritdoc/>
    public override string Advice => "Rett skåren i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratet, spørsmål og svar om IPLOS; kodeverk 9165";

    /// <inheritdoc/>
    public override int Order => 950;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var assessment in record.Assessments)
        {
            foreach (var score in assessment.Scores)
            {
                if (score.Variable is not (Sight or Hearing) && score.Skar is { } given && !Scores.Contains(given))
                {
                    verdict.Report(this, "skar", "Skåren er ikke 1–5 eller 9 og blankes.", line: score.Line);
                    score.Skar = null;
                }
            }
        }
    }
}
