using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E01: a notification tells exactly one event (hendelse), among school health one consultation. The schema alone would allow several.</summary>
public sealed class E01OneEvent() : RecordRule<XprRecord>("E01", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En notifikasjon skal ha nøyaktig én hendelse (skolehelse: én konsultasjon).";

    /// <inheritdoc/>
    public override string English => "Exactly one event class per notification; among school health one consultation.";

    /// <inheritdoc/>
    public override string Advice => "Send hver hendelse i sin egen notifikasjon.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021";

    /// <inheritdoc/>
    public override void Judge(XprRecord record, RecordVerdict verdict)
    {
        if (record.Events != 1)
        {
            verdict.Report(this, "Notifikasjon", record.Events == 0
                ? $"Notifikasjonen har ingen {record.EventInNorwegian}."
                : $"Notifikasjonen har {record.Events} {record.EventInNorwegian}er; bare én er tillatt.");
        }
    }
}
