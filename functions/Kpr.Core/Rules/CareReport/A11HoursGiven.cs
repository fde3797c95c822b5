using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A11: a service whose amount is hours has them.</summary>
public sealed class A11HoursGiven() : RecordRule<CareUser>("A11", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Timebaserte tjenester skal ha timer per uke.";

    /// <inheritdoc/>
    public override string English => "Hours missing or zero for a time-based service (1, 2, 3, 4, 7, 9, 11, 15, 17, 22).";

    /// <inheritdoc/>
    public override string Advice => "Oppgi vedtakstimer per uke.";

    /// <inheritdoc/>
    public override string Source => "SSB, timer til hjemmetjenester; KOSTRA";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Type?.Amount == ServiceAmount.HoursPerWeek && service.Hours is null or 0m)
            {
                verdict.Report(this, "timerPerUke", "Timer per uke mangler eller er 0.", line: service.Line);
            }
        }
    }
}
