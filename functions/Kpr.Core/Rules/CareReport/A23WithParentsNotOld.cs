using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A23: a person above 70 does not live with parents.</summary>
public sealed class A23WithParentsNotOld() : RecordRule<CareUser>("A23", Severity.Warning)
{
    private const int Oldest = 70;

    /// <inheritdoc/>
    public override string Norwegian => "Den som er over 70 år, bor sjelden sammen med foreldre.";

    /// <inheritdoc/>
    public override string English => "Household 3 (parents) with age above 70.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller husstand og fødselsår.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record is { Age: > Oldest, Housing: { Husstand: "3" } home })
        {
            verdict.Report(this, "husstand", "Husstand er «sammen med foreldre» for en person over 70 år.", line: home.Line);
        }
    }
}
