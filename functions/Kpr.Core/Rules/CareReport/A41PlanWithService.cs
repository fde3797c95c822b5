using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A41: who has an active individual plan has a service.</summary>
public sealed class A41PlanWithService() : RecordRule<CareUser>("A41", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Den som har virksom individuell plan, har minst én tjeneste.";

    /// <inheritdoc/>
    public override string English => "Individual plan 1 with no service.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller planen, eller registrer tjenestene.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        if (record is { Services.Count: 0, Appraisal: { IndividuellPlan: "1" } seen })
        {
            verdict.Report(this, "individuellPlan", "Individuell plan er virksom, men personen har ingen tjeneste.", line: seen.Line);
        }
    }
}
