using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A08: a service ends within 30 days of the death.</summary>
public sealed class A08EndsWithDeath() : RecordRule<CareUser>("A08", Severity.Warning)
{
    private const int DaysAfter = 30;

    /// <inheritdoc/>
    public override string Norwegian => "Tjenesten skal avsluttes senest 30 dager etter dødsfallet.";

    /// <inheritdoc/>
    public override string English => "Service runs more than 30 days after death.";

    /// <inheritdoc/>
    public override string Advice => "Avslutt tjenesten i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (record.DiedOn is { } died && died.Year >= record.DataYear && service.Start is not null && Min(service.Stop, record.YearEnd) > died.AddDays(DaysAfter))
            {
                verdict.Report(this, "sluttDato", "Tjenesten går mer enn 30 dager etter dødsfallet.", line: service.Line);
            }
        }
    }

    private static DateOnly Min(DateOnly? stop, DateOnly end) => stop is { } day && day < end ? day : end;
}
