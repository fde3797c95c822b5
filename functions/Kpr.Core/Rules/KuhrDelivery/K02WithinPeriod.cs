using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.KuhrDelivery;

/// <summary>K02: a claim is of the month that is delivered, or late.</summary>
public sealed class K02WithinPeriod() : RecordRule<Claim>("K02", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "Regningen skal være fra måneden som leveres, eller være sendt inn i den.";

    /// <inheritdoc/>
    public override string English => "The date of treatment lies in the delivery period. An earlier one is late, and taken, when the claim was submitted in the period or after it; a later one is not taken.";

    /// <inheritdoc/>
    public override string Advice => "Legg regningen i leveransen for sin egen måned. En sen regning skal ha innsendtTid i perioden.";

    /// <inheritdoc/>
    public override string Source => "KPRs kontroller; hva som er en sen regning, er eget valg";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.Delivered is not { Delivery: { } delivery } delivered || record.LocalTime is not { } time)
        {
            return;
        }

        var day = DateOnly.FromDateTime(time);
        if (day > delivery.PeriodTo)
        {
            verdict.Report(this, record.Fields.Time, "Regningen er datert etter perioden som leveres.");
        }
        else if (day < delivery.PeriodFrom && delivered.SubmittedAt is { } sent && DateOnly.FromDateTime(sent) < delivery.PeriodFrom)
        {
            verdict.Report(this, record.Fields.Time, "Regningen er datert før perioden som leveres, og ble også sendt inn før den.");
        }
    }
}
