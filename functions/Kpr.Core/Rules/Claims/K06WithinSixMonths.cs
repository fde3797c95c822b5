using Kpr.Core.Catalogue;
using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K06: claims come in time.</summary>
public sealed class K06WithinSixMonths() : RecordRule<Claim>("K06", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Regningen skal sendes innen seks måneder etter behandlingen.";

    /// <inheritdoc/>
    public override string English => "A claim older than six months at submission is warned of; credits and corrections are not.";

    /// <inheritdoc/>
    public override string Advice => "Krav som er eldre enn seks måneder, kan være foreldet. Send regninger fortløpende.";

    /// <inheritdoc/>
    public override string Source => "Folketrygdloven § 22-13";

    private const int Months = 6;

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (record.LocalTime is not { } time || record.RefersToEarlier)
        {
            return;
        }

        var submitted = record.SubmittedAt is { } sent ? DateOnly.FromDateTime(sent) : NorwegianTime.DateAt(verdict.File.ReceivedAt);
        if (DateOnly.FromDateTime(time).AddMonths(Months) < submitted)
        {
            verdict.Report(this, record.Fields.Time, "Regningen var mer enn seks måneder gammel da den ble sendt inn.");
        }
    }
}
