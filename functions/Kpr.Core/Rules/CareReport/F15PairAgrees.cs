using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F15: the two shipments of a report agree on serial number, period, municipality and day of extraction. In a set of files, two that are left over and agree on all but one of these are meant for each other.</summary>
public sealed class F15PairAgrees() : Rule("F15", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "KPR_IDE og KPR_IPL skal ha samme løpenummer, periode, kommune og uttaksdato.";

    /// <inheritdoc/>
    public override string English => "Both shipments of a pair have same serial number, period, municipality, extraction date.";

    /// <inheritdoc/>
    public override string Advice => "Lag begge forsendelsene på nytt fra samme uttrekk.";

    /// <inheritdoc/>
    public override string Source => "Rapportering til KPR; eget valg";

    /// <summary>A field differs.</summary>
    public Fault Differs(string field, CareReportShipment other) =>
        new(this, Severity.RejectFile, field, null, $"{field} er ikke det samme som i {CareReportEnvelope.NameOf(other)}.");
}
