namespace Kpr.Core.Formats.CareReport;

/// <summary>What a shipment says of itself that the other one is matched by.</summary>
/// <param name="Shipment">KPR_IDE or KPR_IPL.</param>
/// <param name="Municipality">Municipality number.</param>
/// <param name="SerialNumber">Serial number (lopenr).</param>
/// <param name="PeriodFrom">First day of the period.</param>
/// <param name="PeriodTo">Last day of the period.</param>
/// <param name="ExtractedOn">The day on which the data were taken out.</param>
public sealed record ShipmentSummary(
    CareReportShipment Shipment, string Municipality, long SerialNumber, DateOnly PeriodFrom, DateOnly PeriodTo, DateOnly ExtractedOn)
{
    /// <summary>The data year.</summary>
    public int Year => PeriodTo.Year;

    /// <summary>The kind of shipment that belongs to this one.</summary>
    public CareReportShipment Counterpart =>
        Shipment == CareReportShipment.Identity ? CareReportShipment.Professional : CareReportShipment.Identity;

    /// <summary>The summary of a message; null when it stands alone (IPLOS), or when its header does not say enough, which rejects it.</summary>
    public static ShipmentSummary? Of(MessageEnvelope? message) =>
        message is CareReportEnvelope
        {
            IsPaired: true, KommuneNr: { } municipality, SerialNumber: { } serial, PeriodFrom: { } from, PeriodTo: { } to, ExtractedOn: { } extracted,
        } report
            ? new ShipmentSummary(report.Shipment, municipality, serial, from, to, extracted)
            : null;
}
