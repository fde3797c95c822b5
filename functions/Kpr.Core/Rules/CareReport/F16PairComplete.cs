using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F16: the second shipment of a report comes within some days. Until then the first is held, nothing of it is stored, and its sender is reminded. Told by the register alone: files that are checked tell nothing of what is not among them.</summary>
public sealed class F16PairComplete() : Rule("F16", Severity.Warning)
{
    /// <inheritdoc/>
    public override string Norwegian => "Begge forsendelsene (KPR_IDE og KPR_IPL) må være mottatt før rapporten kan tas inn. Den første holdes tilbake.";

    /// <inheritdoc/>
    public override string English => "Second shipment of a pair arrives within N days, else hold and remind.";

    /// <inheritdoc/>
    public override string Advice => "Send den andre forsendelsen, med samme løpenummer, periode og uttaksdato.";

    /// <inheritdoc/>
    public override string Source => "Eget valg";

    /// <summary>The other shipment has not come yet.</summary>
    public Fault Waiting(CareReportShipment missing) =>
        new(this, Severity.Warning, null, null, $"Rapporten holdes tilbake: {CareReportEnvelope.NameOf(missing)} med samme løpenummer er ikke mottatt ennå. Ingenting er lagret.");

    /// <summary>The other shipment has not come for so long.</summary>
    public Fault StillWaiting(CareReportShipment missing, int days) =>
        new(this, Severity.Warning, null, null, $"Påminnelse: {CareReportEnvelope.NameOf(missing)} med samme løpenummer er ikke mottatt etter {days} dager. Rapporten holdes fortsatt tilbake.");
}
