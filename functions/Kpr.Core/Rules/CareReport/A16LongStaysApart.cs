using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A16: long-term stays (21) of a person do not overlap. One may begin on the day the other ends.</summary>
public sealed class A16LongStaysApart() : RecordRule<CareUser>("A16", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Langtidsopphold (21) for samme person skal ikke overlappe.";

    /// <inheritdoc/>
    public override string English => "Overlapping stays of type 21 for a person.";

    /// <inheritdoc/>
    public override string Advice => "Avslutt det forrige oppholdet.";

    /// <inheritdoc/>
    public override string Source => "Helsedirektoratets rapporter om kommunale helse- og omsorgstjenester (kontroller før publisering)";

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        foreach (var service in record.Services)
        {
            if (service.Is("21") && service.Start is { } start && record.Services.Exists(other => Covers(other, service, start)))
            {
                verdict.Report(this, "startDato", "Langtidsoppholdet overlapper et annet.", line: service.Line);
            }
        }
    }

    // Of two that begin on the same day it is the one further down that is told.
    private static bool Covers(ReportedService other, ReportedService service, DateOnly start) =>
        other != service && other.Is("21") && (other.Start < start || (other.Start == start && other.Line < service.Line))
        && (other.Stop is not { } stop || stop > start);
}
