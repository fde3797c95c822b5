using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A04: a service does not start after the data year.</summary>
public sealed class A04StartWithinYear() : RecordRule<CareUser>("A04", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Startdato skal ikke være etter 31. desember i dataåret.";

    /// <inheritdoc/>
    public override string English => "Start not after 31 December of the data year.";

    /// <inheritdoc/>
    public override string Advice => "Tjenesten hører til et senere års rapport.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Start > record.YearEnd)
            {
                verdict.Report(this, "startDato", "Startdato er etter dataåret.", line: service.Line);
            }
        }
    }
}
