using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A03: a service does not stop before it starts.</summary>
public sealed class A03StopNotBeforeStart() : RecordRule<CareUser>("A03", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Sluttdato skal ikke være før startdato.";

    /// <inheritdoc/>
    public override string English => "Stop date ≥ start date.";

    /// <inheritdoc/>
    public override string Advice => "Rett start- eller sluttdato.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Stop < service.Start)
            {
                verdict.Report(this, "sluttDato", "Sluttdato er før startdato.", line: service.Line);
            }
        }
    }
}
