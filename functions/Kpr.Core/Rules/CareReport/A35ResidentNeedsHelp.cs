using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A35: a long-term resident does not manage eating, toilet and hygiene without any problem.</summary>
public sealed class A35ResidentNeedsHelp() : RecordRule<CareUser>("A35", Severity.Warning)
{
    private const int Hygiene = 7;
    private const int Eating = 10;
    private const int Toilet = 11;
    private const int Variables = 3;

    /// <inheritdoc/>
    public override string Norwegian => "Den som har langtidsopphold, har sjelden skår 1 på både spise, toalett og personlig hygiene.";

    /// <inheritdoc/>
    public override string English => "Eating, toilet, hygiene all 1 for a long-term resident.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller kartleggingen.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (!record.IsLongTermResident)
        {
            return;
        }

        foreach (var assessment in record.Assessments)
        {
            if (assessment.Scores.Count(score => score is { Variable: Hygiene or Eating or Toilet, Skar: "1" }) == Variables)
            {
                verdict.Report(this, "skar", "Skår 1 på spise, toalett og hygiene for en person med langtidsopphold.", line: assessment.Line);
            }
        }
    }
}
