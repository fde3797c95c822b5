using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A05: a service does not start before 1980, nor before the birth year.</summary>
public sealed class A05StartNotTooEarly() : RecordRule<CareUser>("A05", Severity.RejectRecord)
{
    private const int Earliest = 1980;

    /// <inheritdoc/>
    public override string Norwegian => "Startdato skal ikke være før 1980 eller før fødselsåret.";

    /// <inheritdoc/>
    public override string English => "Start not before 1980 or the birth year.";

    /// <inheritdoc/>
    public override string Advice => "Kontroller startdato og fødselsår.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Start?.Year < Earliest || service.Start?.Year < record.BirthYear)
            {
                verdict.Report(this, "startDato", "Startdato er før 1980 eller før fødselsåret.", line: service.Line);
            }
        }
    }
}
