using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E07: the event is not after its registration, and the registration not in the future.</summary>
public sealed class E07TimesInOrder() : RecordRule<XprRecord>("E07", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Hendelsen skal ikke være etter registreringen, og registreringen ikke i framtiden.";

    /// <inheritdoc/>
    public override string English => "Event date ≤ registration time ≤ now + 5 minutes.";

    /// <inheritdoc/>
    public override string Advice => "Rett datoen, eller klokken i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021; toleransen er eget valg";

    /// <inheritdoc/>
    public override void Judge(XprRecord record, RecordVerdict verdict)
    {
        if (record.RegisteredAt is not { } registered)
        {
            return;
        }

        if (registered > verdict.File.ReceivedAt + verdict.File.Settings.ClockTolerance)
        {
            verdict.Report(this, record.RegisteredAtField, "Registreringstidspunktet er i framtiden.", line: record.EventLine);
        }

        if (record.EventDay > NorwegianTime.DateAt(registered))
        {
            verdict.Report(this, record.EventDayField, "Hendelsesdatoen er etter registreringstidspunktet.", line: record.EventLine);
        }
    }
}
