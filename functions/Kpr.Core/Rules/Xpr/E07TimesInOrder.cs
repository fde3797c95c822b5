using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Xpr;

namespace Kpr.Core.Rules.Xpr;

/// <summary>E07: the event is not after its registration, and the registration not in the future. A day after the extraction (uttakDato) warns: the register takes no action there.</summary>
public sealed class E07TimesInOrder() : RecordRule<XprRecord>("E07", Severity.RejectRecord, Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Hendelsen skal ikke være etter registreringen, og registreringen ikke i framtiden. Ingen dato skal være etter uttaksdatoen der meldingen oppgir den (advarsel).";

    /// <inheritdoc/>
    public override string English => "Event date ≤ registration time ≤ now + 5 minutes. A day after the day of extraction, where the message states one, warns.";

    /// <inheritdoc/>
    public override string Advice => "Rett datoen, eller klokken i fagsystemet.";

    /// <inheritdoc/>
    public override string Source => "HIS 1135:2021 og XPR 56.0.0 attributtregler; toleransen er eget valg";

    /// <inheritdoc/>
    public override void Judge(XprRecord record, RecordVerdict verdict)
    {
        if (record.RegisteredAt is { } registered)
        {
            JudgeRegistered(record, registered, verdict);
        }

        if (record.ExtractedOn is { } extracted)
        {
            JudgeExtracted(record, extracted, verdict);
        }
    }

    private void JudgeRegistered(XprRecord record, DateTimeOffset registered, RecordVerdict verdict)
    {
        if (registered > verdict.File.ReceivedAt + verdict.File.Settings.ClockTolerance)
        {
            verdict.Report(this, record.RegisteredAtField, "Registreringstidspunktet er i framtiden.", line: record.EventLine);
        }

        if (record.EventDay > NorwegianTime.DateAt(registered))
        {
            verdict.Report(this, record.EventDayField, "Hendelsesdatoen er etter registreringstidspunktet.", line: record.EventLine);
        }
    }

    private void JudgeExtracted(XprRecord record, DateOnly extracted, RecordVerdict verdict)
    {
        if (record.RegisteredAt is { } registered && NorwegianTime.DateAt(registered) > extracted)
        {
            Warn(record.RegisteredAtField, record.EventLine);
        }
        else if (record.EventDay > extracted && record.RegisteredAt is null)
        {
            Warn(record.EventDayField, record.EventLine);
        }

        foreach (var (field, day, line) in record.OtherDays)
        {
            if (day > extracted)
            {
                Warn(field, line);
            }
        }

        void Warn(string field, long line) => verdict.Report(this, field, $"{field} er etter uttaksdatoen.", Severity.Warning, line);
    }
}
