using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A46: user-controlled personal assistance (3) begins before the age of 67.</summary>
public sealed class A46AssistanceAge() : RecordRule<CareUser>("A46", Severity.Warning)
{
    private const int Oldest = 67;

    /// <inheritdoc/>
    public override string Norwegian => "Brukerstyrt personlig assistanse (3) skal ikke starte etter fylte 67 år.";

    /// <inheritdoc/>
    public override string English => "BPA (3) for age above 67 started after 67.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller tjenestetype og startdato.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Is("3") && service.Start?.Year - record.BirthYear > Oldest)
            {
                verdict.Report(this, "startDato", "Brukerstyrt personlig assistanse startet etter fylte 67 år.", line: service.Line);
            }
        }
    }
}
