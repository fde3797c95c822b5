using Kpr.Core.Formats.Claims;

namespace Kpr.Core.Rules.Claims;

/// <summary>K07: a claim has a tariff.</summary>
public sealed class K07HasTariff() : RecordRule<Claim>("K07", Severity.RejectRecord)
{
    /// <inheritdoc/>
    public override string Norwegian => "En regning skal ha minst én takst eller laboratoriekode.";

    /// <inheritdoc/>
    public override string English => "Each claim has at least one tariff; laboratory codes (NLK) count. Credits, corrections of the paid flag and claims that only report a patient's share need none.";

    /// <inheritdoc/>
    public override string Advice => "Legg til takstene for behandlingen, og send regningen på nytt.";

    /// <inheritdoc/>
    public override string Source => "Vilkår for refusjon; KPR-KUHR-tabellene";

    /// <inheritdoc/>
    public override void Judge(Claim record, RecordVerdict verdict)
    {
        if (!record.HasTariff && !record.RefersToEarlier && !record.IsShareOnly)
        {
            verdict.Report(this, record.Fields.Tariff, "Regningen har ingen takst.");
        }
    }
}
