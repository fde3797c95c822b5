using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A18: a municipal emergency bed (25) is used for at most 14 days.</summary>
public sealed class A18EmergencyBedShort() : RecordRule<CareUser>("A18", Severity.Warning)
{
    private const int MostDays = 14;

    /// <inheritdoc/>
    public override string Norwegian => "Kommunal øyeblikkelig hjelp (25) skal ikke vare mer enn 14 dager.";

    /// <inheritdoc/>
    public override string English => "Service 25 longer than 14 days.";

    /// <inheritdoc/>
    public override string Advice => "Avslutt oppholdet, eller kontroller tjenestetypen.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Is("25") && service.Start is { } start && (service.Stop ?? record.YearEnd) > start.AddDays(MostDays))
            {
                verdict.Report(this, "sluttDato", "Oppholdet varer mer enn 14 dager.", line: service.Line);
            }
        }
    }
}
