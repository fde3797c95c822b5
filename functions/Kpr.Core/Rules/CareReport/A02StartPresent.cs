using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A02: a service has a start date.</summary>
public sealed class A02StartPresent() : RecordRule<CareUser>("A02", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Tjenesten skal ha startdato.";

    /// <inheritdoc/>
    public override string English => "Start date present.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi når tjenesten startet.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (string.IsNullOrEmpty(service.StartDato))
            {
                verdict.Report(this, "startDato", "Startdato mangler.", line: service.Line);
            }
        }
    }
}
