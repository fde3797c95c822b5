using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A06: a service that ended before the data year is no part of the report: it is left out.</summary>
public sealed class A06NotEndedBefore() : RecordRule<CareUser>("A06", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Tjenesten skal ikke være avsluttet før dataåret; da hører den ikke med i rapporten.";

    /// <inheritdoc/>
    public override string English => "Stop not before 1 January of the data year; a service that ended earlier is not part of the report and is left out.";

    /// <inheritdoc/>
    public override string Advice => "Ta med bare tjenester som har vært aktive i dataåret.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override int Order => 920;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        record.Services.RemoveAll(service =>
        {
            var ended = service.Stop < record.YearStart && !(service.Stop < service.Start);
            if (ended)
            {
                verdict.Report(this, "sluttDato", "Tjenesten ble avsluttet før dataåret og tas ikke med.", line: service.Line);
            }

            return ended;
        });
    }
}
