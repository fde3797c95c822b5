using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A30: scores of sight and hearing are of their own lists (9166, 9167); otherwise they are blanked.</summary>
public sealed class A30SenseScoreLegal() : RecordRule<CareUser>("A30", Severity.Warning)
{
    private const int Sight = 13;
    private const int Hearing = 14;

    private static readonly CodeList OfSight = CodeLists.Get("9166");
    private static readonly CodeList OfHearing = CodeLists.Get("9167");

    /// <inheritdoc/>
    public override string Norwegian => "Syn og hørsel har egne kodeverk (9166 og 9167). Verdien blankes.";

    /// <inheritdoc/>
    public override string English => "Sight and hearing use their own lists; otherwise null.";

    /// <inheritdoc/>
    public override string Advice => "Bruk 1–5 eller 9 fra kodeverket for syn eller hørsel.";

    /// <inheritdoc/>
    public override string Source => "Kodeverk 9166 og 9167";

    /// <inheritdoc/>
    public override int Order => 950;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var assessment in record.Assessments)
        {
            foreach (var score in assessment.Scores)
            {
                if (score.Variable is Sight or Hearing && score.Skar is { } given && !(score.Variable == Sight ? OfSight : OfHearing).Contains(given))
                {
                    verdict.Report(this, "skar", "Skåren finnes ikke i kodeverket for syn eller hørsel og blankes.", line: score.Line);
                    score.Skar = null;
                }
            }
        }
    }
}
