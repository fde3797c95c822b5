using Kpr.Core.Formats;
using Kpr.Core.Formats.CareReport;

namespace Kpr.Core.Rules.CareReport;

/// <summary>F14: the serial number of a report (lopenr) is higher than that of the last accepted one for municipality and year. In a set of files, which have no order of arrival, it must not be used twice.</summary>
public sealed class F14SerialRises() : Rule("F14", Severity.RejectFile)
{
    /// <inheritdoc/>
    public override string Norwegian => "Løpenummeret skal være høyere enn for den siste godtatte rapporten for kommune og år, og ikke brukes om igjen.";

    /// <inheritdoc/>
    public override string English => "Serial number higher than the last accepted one for municipality and year; not used twice in a set of files.";

    /// <inheritdoc/>
    public override string Advice => "Øk løpenummeret i begge forsendelsene, og send dem på nytt.";

    /// <inheritdoc/>
    public override string Source => "XPR 56.0.0; alvorligheten er eget valg";

    /// <summary>Another shipment of the same kind has the number.</summary>
    public Fault UsedBefore(CareReportShipment shipment) =>
        new(this, Severity.RejectFile, "lopenr", null, $"Løpenummeret er brukt før, i en annen {CareReportEnvelope.NameOf(shipment)} for samme kommune og år.");

    /// <summary>A report with a higher number has been accepted.</summary>
    public Fault NotRisen(long accepted) =>
        new(this, Severity.RejectFile, "lopenr", null, $"Løpenummeret er ikke høyere enn {accepted}, som er godtatt for samme kommune og år.");
}
