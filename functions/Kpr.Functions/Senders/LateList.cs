using Kpr.Core.Catalogue;
using Kpr.Core.Reporting;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Senders;

/// <summary>Which municipalities have not delivered their annual report, for the operator and for reminders.</summary>
public sealed class LateList(DeliveryLog log, ReminderLog reminders, SenderRegister senders, CalendarSource calendars, TimeProvider clock)
{
    /// <summary>The feed that has a deadline for every municipality.</summary>
    public const string Feed = "care-report";

    /// <summary>The municipalities that owe a report of a data year, by number; none before the window opens, and none of years the calendar lacks.</summary>
    public async Task<IReadOnlyList<LateSender>> OfAsync(int dataYear, CancellationToken cancellationToken)
    {
        var calendar = await calendars.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var today = NorwegianTime.DateAt(now);
        if (calendar.Find(Feed, dataYear, ReportingDateKind.Due) is not { } due || today < due.From)
        {
            return [];
        }

        var known = await senders.GetAsync(cancellationToken);
        var reminded = (await reminders.ReadAsync(dataYear, Feed, cancellationToken)).CountBy(note => note.Sender).ToDictionary(StringComparer.Ordinal);
        var missing = new MissingReports(calendar);
        var late = new List<LateSender>();
        foreach (var municipality in Municipalities.ValidOn(new DateOnly(dataYear, 12, 31)).Where(one => known is null || known.Contains(one.Number)))
        {
            var deliveries = await ReadAsync(municipality.Number, dataYear, now, cancellationToken);
            if (missing.Of(municipality.Number, dataYear + 1, now, deliveries).FirstOrDefault(report => report.Feed == Feed) is { } report)
            {
                late.Add(new LateSender(
                    municipality.Number, municipality.Name, dataYear, due.To, Math.Max(0, today.DayNumber - due.To.DayNumber), report.What,
                    deliveries.Select(delivery => (DateTime?)delivery.ReceivedAt).Max(), reminded.GetValueOrDefault(municipality.Number)));
            }
        }

        return late;
    }

    private async Task<List<Delivery>> ReadAsync(string sender, int fromYear, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var deliveries = new List<Delivery>();
        var from = NorwegianTime.FromLocal(new DateTime(fromYear, 1, 1));
        await foreach (var delivery in log.ReadAsync(sender, from, now.AddDays(1), null, cancellationToken))
        {
            deliveries.Add(delivery);
        }

        return deliveries;
    }
}
