using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A10: a service has at most 168 hours a week.</summary>
public sealed class A10HoursFitInWeek() : RecordRule<CareUser>("A10", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En tjeneste kan ikke ha mer enn 168 timer per uke.";

    /// <inheritdoc/>
    public override string English => "Hours per week above 168 on one service.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi timer per uke; månedstimer deles på 4.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratet, spørsmål og svar om IPLOS";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Hours > ServiceTypes.MaxHoursPerWeek)
            {
                verdict.Report(this, "timerPerUke", "Tjenesten har mer enn 168 timer per uke.", line: service.Line);
            }
        }
    }
}
