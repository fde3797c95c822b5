using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>A20: the same service (type, start, provider) stands once; a repetition is left out.</summary>
public sealed class A20ServiceOnce() : RecordRule<CareUser>("A20", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Samme tjeneste (type, startdato, virksomhet) skal stå én gang; ellers beholdes den første.";

    /// <inheritdoc/>
    public override string English => "Exact duplicate service (person, type, start, provider) → one is kept.";

    /// <inheritdoc/>
    public override string Advice => "Fjern dobbeltregistreringen.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <inheritdoc/>
    public override int Order => 930;

    /// <inheritdoc/>
    public override void Judge(CareUser record, RecordVerdict verdict)
    {
        for (var i = record.Services.Count - 1; i > 0; i--)
        {
            var service = record.Services[i];
            if (service.Start is not null && record.Services.FindIndex(other => Same(other, service)) < i)
            {
                verdict.Report(this, "tjenesteType", "Tjenesten står flere ganger. Bare den første beholdes.", line: service.Line);
                record.Services.RemoveAt(i);
            }
        }
    }

    private static bool Same(ReportedService one, ReportedService other) =>
        one.TjenesteType == other.TjenesteType && one.Start == other.Start && one.TjenesteOrgNr == other.TjenesteOrgNr;
}
