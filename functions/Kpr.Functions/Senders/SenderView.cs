using System.Globalization;
using Kpr.Core.Catalogue;
using Kpr.Core.Formats;
using Kpr.Core.Receipts;
using Kpr.Core.Reporting;
using Kpr.Functions.Ingest;

namespace Kpr.Functions.Senders;

/// <summary>What a sender sees of its own reporting. Everything is read by the sender's own key: nothing of another's is met.</summary>
public sealed class SenderView(DeliveryLog log, IngestLedger ledger, CalendarSource calendars, TimeProvider clock)
{
    /// <summary>Whether a text is a sender's number: four or nine digits.</summary>
    public static bool IsSender(string text) => text.Length is 4 or 9 && text.All(char.IsAsciiDigit);

    /// <summary>The year as people in Norway have it now.</summary>
    public int ThisYear => NorwegianTime.Today(clock).Year;

    /// <summary>Some deliveries that arrived in a year, the latest first; in front of the first ones those that are not answered yet.</summary>
    /// <param name="sender">The sender.</param>
    /// <param name="year">The year.</param>
    /// <param name="feed">Only those of a feed; null for all.</param>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <param name="take">Most answered deliveries.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DeliveryPage> DeliveriesAsync(string sender, int year, string? feed, string? after, int take, CancellationToken cancellationToken)
    {
        var page = new List<Delivery>();
        if (after is null)
        {
            page.AddRange((await UnderWayAsync(sender, cancellationToken)).Where(delivery => (feed is null || delivery.Feed == feed) && YearOf(delivery) == year));
        }

        var answered = 0;
        await foreach (var delivery in log.ReadAsync(sender, FirstOf(year), FirstOf(year + 1), after, cancellationToken))
        {
            if (feed is not null && delivery.Feed != feed)
            {
                continue;
            }

            if (answered == take)
            {
                return new DeliveryPage(sender, year, page, DeliveryLog.PlaceOf(page[^1]));
            }

            page.Add(delivery);
            answered++;
        }

        return new DeliveryPage(sender, year, page, null);
    }

    /// <summary>What is missing of what was due in a year.</summary>
    public async Task<IReadOnlyList<MissingReport>> MissingAsync(string sender, int year, CancellationToken cancellationToken) =>
        new MissingReports(await calendars.GetAsync(cancellationToken)).Of(sender, year, clock.GetUtcNow(), await SinceAsync(sender, year - 1, cancellationToken));

    /// <summary>Figures of a year's data beside those of the year before, of all feeds.</summary>
    public async Task<IReadOnlyList<Deviation>> FiguresAsync(string sender, int year, CancellationToken cancellationToken) =>
        await CompareAsync(sender, year, await SinceAsync(sender, year - 1, cancellationToken), cancellationToken);

    /// <summary>All at a glance.</summary>
    public async Task<SenderOverview> OverviewAsync(string sender, int year, CancellationToken cancellationToken)
    {
        var calendar = await calendars.GetAsync(cancellationToken);
        var deliveries = await SinceAsync(sender, year - 1, cancellationToken);
        var statuses = deliveries.Where(delivery => YearOf(delivery) == year).CountBy(delivery => ReceiptText.Name(delivery.Status!.Value));
        return new SenderOverview(
            sender, Municipalities.Find(sender)?.Name, year, new SortedDictionary<string, int>(statuses.ToDictionary(), StringComparer.Ordinal),
            await UnderWayAsync(sender, cancellationToken),
            new MissingReports(calendar).Of(sender, year, clock.GetUtcNow(), deliveries),
            await CompareAsync(sender, year, deliveries, cancellationToken),
            calendar.OpenOn(NorwegianTime.Today(clock)));
    }

    /// <summary>All answered deliveries of a sender that arrived from the beginning of a year on.</summary>
    public async Task<IReadOnlyList<Delivery>> SinceAsync(string sender, int year, CancellationToken cancellationToken)
    {
        var deliveries = new List<Delivery>();
        await foreach (var delivery in log.ReadAsync(sender, FirstOf(year), clock.GetUtcNow().AddDays(1), null, cancellationToken))
        {
            deliveries.Add(delivery);
        }

        return deliveries;
    }

    // A municipality that took over from others is compared with all of them together; where one was split, with nothing (rule F28).
    private async Task<IReadOnlyList<Deviation>> CompareAsync(string sender, int year, IReadOnlyList<Delivery> own, CancellationToken cancellationToken)
    {
        var (comes, last) = (new DateOnly(year, 1, 1), new DateOnly(year - 1, 12, 31));
        IReadOnlyList<IReadOnlyList<Delivery>>? before = [own];
        if (Municipalities.Find(sender) is { } municipality && !municipality.IsValidOn(last))
        {
            var others = Municipalities.ValidOn(last).Where(other => Municipalities.SuccessorsOn(other.Number, comes).Any(one => one.Number == sender)).ToList();
            before = others.Count > 0 && others.All(other => Municipalities.UniqueSuccessorOn(other.Number, comes) is not null)
                ? await OfEachAsync(others, year, cancellationToken)
                : null;
        }

        return [.. Feeds.All.SelectMany(feed => DeliveredFigures.Compare(
            feed.Name, year, DeliveredFigures.Of(feed.Name, own),
            before?.SelectMany(deliveries => DeliveredFigures.Of(feed.Name, deliveries)).GroupBy(figure => (figure.Period, figure.Service))
                .Select(group => new Figure(group.Key.Period, group.Key.Service, group.Sum(figure => figure.Count))).ToList()))];
    }

    private async Task<IReadOnlyList<IReadOnlyList<Delivery>>> OfEachAsync(List<Municipality> municipalities, int year, CancellationToken cancellationToken)
    {
        var deliveries = new List<IReadOnlyList<Delivery>>();
        foreach (var municipality in municipalities)
        {
            deliveries.Add(await SinceAsync(municipality.Number, year - 1, cancellationToken));
        }

        return deliveries;
    }

    private async Task<IReadOnlyList<Delivery>> UnderWayAsync(string sender, CancellationToken cancellationToken)
    {
        var files = new List<Delivery>();
        await foreach (var (file, since) in ledger.OpenAsync(cancellationToken))
        {
            // What is held is answered, for the time being, and stands in the log.
            if (file.TryAddress(out _) is { } address && address.Sender == sender
                && await ledger.FindAsync(file.Key, cancellationToken) is not { IsOnHold: true })
            {
                files.Add(new Delivery { File = file.Key, Feed = address.Feed.Name, Name = FileName.Shown(address.Name), ReceivedAt = since.UtcDateTime });
            }
        }

        return [.. files.OrderByDescending(file => file.ReceivedAt)];
    }

    private static int YearOf(Delivery delivery) => NorwegianTime.DateAt(new DateTimeOffset(delivery.ReceivedAt, TimeSpan.Zero)).Year;

    private static DateTimeOffset FirstOf(int year) => NorwegianTime.FromLocal(DateTime.ParseExact(year.ToString("D4", CultureInfo.InvariantCulture), "yyyy", CultureInfo.InvariantCulture));
}
