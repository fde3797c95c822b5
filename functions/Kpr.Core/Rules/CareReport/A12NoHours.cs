using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A12: a service without hours has none.</summary>
public sealed class A12NoHours() : RecordRule<CareUser>("A12", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Tjenester uten timer skal ikke ha timer per uke.";

    /// <inheritdoc/>
    public override string English => "Hours given for a service without hours.";

    /// <inheritdoc/>
    public override string Advice => "Fjern timene, eller kontroller tjenestetypen.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Type is { Amount: not ServiceAmount.HoursPerWeek } && service.Hours > 0)
            {
                verdict.Report(this, "timerPerUke", "Tjenestetypen har ikke timer.", line: service.Line);
            }
        }
    }
}
