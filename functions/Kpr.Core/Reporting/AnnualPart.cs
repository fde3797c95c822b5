namespace Kpr.Core.Reporting;

/// <summary>What an annual report says of itself: a later serial number takes the place of an earlier one of the same year.</summary>
/// <param name="Year">Data year.</param>
/// <param name="SerialNumber">Serial number (løpenummer).</param>
/// <param name="Shipment">Which of its two shipments: KPR_IDE or KPR_IPL.</param>
public sealed record AnnualPart(int Year, long SerialNumber, string Shipment);
