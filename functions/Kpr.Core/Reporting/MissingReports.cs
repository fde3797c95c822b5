using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Receipts;

namespace Kpr.Core.Reporting;

/// <summary>
/// What a sender has not delivered. Only what a source demands is late: the annual report by the calendar, events at least
/// daily (rule E14), claims every fortnight (K36), the monthly delivery thirty days after the month.
/// </summary>
/// <param name="calendar">The reporting calendar.</param>
public sealed class MissingReports(ReportingCalendar calendar)
{
    private const string CareReport = "care-report";
    private const string CareEvents = "care-events";
    private const string SchoolHealth = "school-health";
    private const string Claims = "claims";
    private const string KuhrDelivery = "kuhr-delivery";
    private const int MonthsOfYear = 12;

    private static readonly TimeSpan QuietEvents = TimeSpan.FromHours(48);
    private static readonly TimeSpan QuietClaims = TimeSpan.FromDays(14);
    private static readonly TimeSpan AfterMonth = TimeSpan.FromDays(30);

    /// <summary>What is missing.</summary>
    /// <param name="sender">Municipality or organisation number.</param>
    /// <param name="year">The calendar year in which things are due.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="deliveries">All deliveries of the sender from the beginning of the year before.</param>
    public IReadOnlyList<MissingReport> Of(string sender, int year, DateTimeOffset now, IReadOnlyCollection<Delivery> deliveries)
    {
        var taken = deliveries.Where(delivery => delivery.Status is ReceiptStatus.Accepted or ReceiptStatus.PartlyAccepted).ToList();
        var today = NorwegianTime.DateAt(now);
        return Municipalities.Find(sender) is null
            ? [.. OfClaims(year, now, taken), .. OfMonths(year, today, taken)]
            : [.. OfReport(sender, year - 1, today, deliveries), .. OfEvents(year, now, taken), .. OfSchoolHealth(year, today, taken)];
    }

    /// <summary>Whether an annual report of a municipality and data year has been taken: both its shipments, and not as a trial.</summary>
    public bool HasReport(int dataYear, IEnumerable<Delivery> deliveries) => Shipments(dataYear, deliveries, held: false).Count >= 2;

    private IEnumerable<MissingReport> OfReport(string sender, int dataYear, DateOnly today, IReadOnlyCollection<Delivery> deliveries)
    {
        if (calendar.Find(CareReport, dataYear, ReportingDateKind.Due) is not { } due || today < due.From
            || !Municipalities.IsValid(sender, new DateOnly(dataYear, 12, 31)) || HasReport(dataYear, deliveries))
        {
            yield break;
        }

        // A shipment is held until the other one has come, and both while somebody looks at one of them.
        var there = Shipments(dataYear, deliveries, held: true);
        var what = there.Count switch
        {
            0 => $"Årsrapporten for {Text(dataYear)} er ikke mottatt.",
            1 => $"Bare {there[0]} er mottatt for {Text(dataYear)}; den andre forsendelsen mangler.",
            _ => $"Årsrapporten for {Text(dataYear)} er mottatt, men holdes tilbake. Se kvitteringene.",
        };
        yield return new MissingReport(CareReport, Text(dataYear), due.To, today > due.To, what, due.Source);
    }

    private List<string> Shipments(int dataYear, IEnumerable<Delivery> deliveries, bool held)
    {
        var from = calendar.Find(CareReport, dataYear, ReportingDateKind.Due)?.From ?? new DateOnly(dataYear + 1, 1, 1);
        return
        [
            .. deliveries.Where(delivery => (delivery.Status is ReceiptStatus.Accepted or ReceiptStatus.PartlyAccepted || (held && delivery.Status == ReceiptStatus.Held))
                    && delivery.Report?.Year == dataYear && NorwegianTime.DateAt(new DateTimeOffset(delivery.ReceivedAt, TimeSpan.Zero)) >= from)
                .Select(delivery => delivery.Report!.Shipment).Distinct(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<MissingReport> OfEvents(int year, DateTimeOffset now, IReadOnlyCollection<Delivery> taken)
    {
        if (Latest(taken, CareEvents) is { } latest && now.UtcDateTime - latest > QuietEvents && NorwegianTime.DateAt(now).Year == year)
        {
            yield return new MissingReport(
                CareEvents, "", Day(latest + QuietEvents), true, $"Ingen hendelser er mottatt siden {Shown(latest)}. De skal sendes minst daglig.", "HIS 1135:2021; regel E14");
        }
    }

    private static IEnumerable<MissingReport> OfSchoolHealth(int year, DateOnly today, IReadOnlyCollection<Delivery> taken)
    {
        if (Latest(taken, SchoolHealth) is { } latest && Day(latest).Year < year && today.Year >= year)
        {
            yield return new MissingReport(
                SchoolHealth, Text(year), null, false, $"Ingenting fra helsestasjon og skolehelsetjeneste er mottatt i {Text(year)}; forrige levering kom {Shown(latest)}.", "Eget valg; ingen frist er kjent");
        }
    }

    private static IEnumerable<MissingReport> OfClaims(int year, DateTimeOffset now, IReadOnlyCollection<Delivery> taken)
    {
        if (Latest(taken, Claims) is { } latest && now.UtcDateTime - latest > QuietClaims && NorwegianTime.DateAt(now).Year == year)
        {
            yield return new MissingReport(
                Claims, "", Day(latest + QuietClaims), true, $"Ingen regninger er mottatt siden {Shown(latest)}. De skal sendes minst hver fjortende dag.", "Kravmeldingens dokumentasjon; regel K36");
        }
    }

    private static IEnumerable<MissingReport> OfMonths(int year, DateOnly today, IReadOnlyCollection<Delivery> taken)
    {
        if (!taken.Any(delivery => delivery.Feed == KuhrDelivery))
        {
            yield break;
        }

        var there = taken.Where(delivery => delivery.Edition is { IsAccepted: true }).Select(delivery => delivery.Edition!.Period).ToHashSet();
        for (var month = new DateOnly(year - 1, MonthsOfYear, 1); month.AddMonths(1) <= today && month.Year <= year; month = month.AddMonths(1))
        {
            var due = month.AddMonths(1).AddDays(AfterMonth.Days - 1);
            if (due.Year == year && !there.Contains(month))
            {
                var period = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
                yield return new MissingReport(KuhrDelivery, period, due, today > due, $"Leveransen for {period} er ikke mottatt.", "KPR-KUHR: månedsstatistikk 30 dager etter månedens slutt");
            }
        }
    }

    private static DateTime? Latest(IEnumerable<Delivery> taken, string feed) =>
        taken.Where(delivery => delivery.Feed == feed).Select(delivery => (DateTime?)delivery.ReceivedAt).Max();

    private static DateOnly Day(DateTime utc) => NorwegianTime.DateAt(new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)));

    private static string Shown(DateTime utc) => Day(utc).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string Text(int year) => year.ToString("D4", CultureInfo.InvariantCulture);
}
