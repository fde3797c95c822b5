using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A13: the hours of services that go on on the same day do not pass 336 a week: two persons round the clock.</summary>
public sealed class A13HoursAddUp() : RecordRule<CareUser>("A13", Severity.Warning)
{
    private const decimal Most = 336;

    /// <inheritdoc/>
    public override string Norwegian => "Summen av timer for tjenester som går samtidig, skal ikke være over 336 per uke.";

    /// <inheritdoc/>
    public override string English => "Sum of hours over all services that go on on the same day above 336 a week.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller timene, og om tidligere tjenester er avsluttet.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service is { Hours: > 0, Start: { } start } && SumOn(record, start > record.YearStart ? start : record.YearStart) > Most)
            {
                verdict.Report(this, "timerPerUke", "Tjenester som går samtidig, har til sammen mer enn 336 timer per uke.", line: service.Line);
                return;
            }
        }
    }

    private static decimal SumOn(CareUser user, DateOnly day)
    {
        var sum = 0m;
        foreach (var service in user.Services)
        {
            sum += service.IsActiveOn(day) ? service.Hours ?? 0 : 0;
        }

        return sum;
    }
}
