using Kpr.Core.Catalogue;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A40: a service that began in the data year, and that takes a decision, has one that grants it. A service of an earlier year may have its decision in an earlier report: that is known to the register alone.</summary>
public sealed class A40DecisionPresent() : RecordRule<CareUser>("A40", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "En tjeneste som krever vedtak og startet i dataåret, skal ha et innvilget vedtak.";

    /// <inheritdoc/>
    public override string English => "Service that needs a decision lacks a granted decision. Judged of services that began in the data year, on the cases in the report.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi vedtaket, og koble tjenesten til saken.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service is { Start: { } start, Type: { } type } && start.Year == record.DataYear && NeedsDecision(type)
                && !record.Cases.Exists(one => one.Grants && (service.SakId is { } key ? one.SakId == key : one.TjenesteType == type.Code)))
            {
                verdict.Report(this, "sakID", "Tjenesten mangler innvilget vedtak.", line: service.Line);
            }
        }
    }

    // Own choice, since no source lists them: home services and stays, but meals and emergency beds.
    private static bool NeedsDecision(ServiceType type) =>
        type.Group is ServiceGroup.Home or ServiceGroup.Institution && type.Code is not ("5" or "25");
}
