using Kpr.Core.Formats.CareEvents;

namespace Kpr.Core.Rules.CareEvents;

/// <summary>E01: a notification holds exactly one event. The schema alone would allow several.</summary>
public sealed class E01OneEvent() : RecordRule<CareEvent>("E01", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En notifikasjon skal ha nøyaktig én hendelse.";

    /// <inheritdoc/>
    public override string English => "Exactly one event class per notification.";

    /// <inheritdoc/>
    public override string Advice => "Send hver hendelse i sin egen notifikasjon.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override void Judge(CareEvent record, RecordVerdict verdict)
    {
        if (record.Events != 1)
        {
            verdict.Report(this, "Notifikasjon", record.Events == 0
                ? "Notifikasjonen har ingen hendelse."
                : $"Notifikasjonen har {record.Events} hendelser; bare én er tillatt.");
        }
    }
}
