using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A19: a time-limited stay (18, 19, 20) does not go on for more than a year.</summary>
public sealed class A19LimitedStayEnds() : RecordRule<CareUser>("A19", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Tidsbegrenset opphold (18, 19, 20) skal ikke stå åpent i mer enn ett år.";

    /// <inheritdoc/>
    public override string English => "Time-limited stay open more than a year.";

    /// <inheritdoc/>
    public override string Advice => "Avslutt oppholdet, eller endre det til langtidsopphold.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.TjenesteType is "18" or "19" or "20" && service.Stop is null && service.Start?.AddYears(1) < record.YearEnd)
            {
                verdict.Report(this, "startDato", "Det tidsbegrensede oppholdet har stått åpent i mer enn ett år.", line: service.Line);
            }
        }
    }
}
