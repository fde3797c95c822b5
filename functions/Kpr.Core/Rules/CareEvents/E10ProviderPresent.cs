using Kpr.Core.Formats.CareEvents;

namespace Kpr.Core.Rules.CareEvents;

/// <summary>E10: a change of provider names the new provider.</summary>
public sealed class E10ProviderPresent() : RecordRule<CareEvent>("E10", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Organisasjonsnummer skal være oppgitt når tjenesteutfører endres.";

    /// <inheritdoc/>
    public override string English => "Organisation number present in a provider change.";

    /// <inheritdoc/>
    public override string Advice => "Oppgi organisasjonsnummeret til den nye tjenesteutføreren.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override void Judge(CareEvent record, RecordVerdict verdict)
    {
        if (record.Kind == CareEventKind.TjenesteutforerEndret && string.IsNullOrEmpty(record.TjenesteOrgNr))
        {
            verdict.Report(this, "tjenesteOrgNr", "Organisasjonsnummer mangler.", line: record.EventLine);
        }
    }
}
