using Kpr.Core.Receipts;
using Kpr.Core.Register;
using Kpr.Core.Reporting;

namespace Kpr.Core.Tests.Reporting;

/// <summary>Deliveries to look at.</summary>
internal static class ReportingExample
{
    public static DateTimeOffset At(int year, int month, int day, int hour = 12) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    public static Delivery Of(string feed, DateTimeOffset receivedAt, params Figure[] figures) => new()
    {
        File = new string('0', 32),
        Feed = feed,
        Name = "fil",
        ReceivedAt = receivedAt.UtcDateTime,
        CompletedAt = receivedAt.UtcDateTime,
        Status = ReceiptStatus.Accepted,
        Counts = new ReceiptCounts(1, 1, 0, 0, 0),
        Figures = figures,
    };

    public static Delivery Report(int year, long serial, string shipment, DateTimeOffset receivedAt, params Figure[] figures) =>
        Of("care-report", receivedAt, figures) with { Report = new AnnualPart(year, serial, shipment) };

    public static Delivery Month(DateOnly month, Guid id, Guid? supersedes, DateTimeOffset receivedAt, params Figure[] figures) =>
        Of("kuhr-delivery", receivedAt, figures) with { Edition = new Edition(id, "987654325", supersedes, month, receivedAt.UtcDateTime, IsAccepted: true) };
}
