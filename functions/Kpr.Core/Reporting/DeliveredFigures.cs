using System.Globalization;
using Kpr.Core.Receipts;
using Kpr.Core.Register;

namespace Kpr.Core.Reporting;

/// <summary>
/// What a sender's deliveries add up to. Only what counts in the register is counted: of annual reports the one with the
/// highest serial number of its year, of monthly deliveries the edition that stands, of the same file sent again the first.
/// </summary>
public static class DeliveredFigures
{
    /// <summary>The figures of a feed by period and service.</summary>
    /// <param name="feed">Name of the feed.</param>
    /// <param name="deliveries">Deliveries of one sender, of any feed, in any order.</param>
    public static IReadOnlyList<Figure> Of(string feed, IEnumerable<Delivery> deliveries)
    {
        var taken = deliveries.Where(delivery => delivery.Feed == feed && !delivery.IsRepeated && delivery.Status is ReceiptStatus.Accepted or ReceiptStatus.PartlyAccepted).ToList();
        var editions = deliveries.Select(delivery => delivery.Edition).OfType<Edition>().ToList();
        var superseded = Editions.Superseded(editions);
        var latest = taken.Where(delivery => delivery.Report is not null).GroupBy(delivery => (delivery.Report!.Year, delivery.Report.Shipment))
            .ToDictionary(group => group.Key, group => group.Max(delivery => delivery.Report!.SerialNumber));
        return
        [
            .. taken.Where(delivery => Stands(delivery, superseded, latest))
                .SelectMany(delivery => delivery.Figures)
                .GroupBy(figure => (figure.Period, figure.Service))
                .Select(group => new Figure(group.Key.Period, group.Key.Service, group.Sum(figure => figure.Count)))
                .OrderBy(figure => figure.Period, StringComparer.Ordinal).ThenBy(figure => figure.Service, StringComparer.Ordinal),
        ];
    }

    /// <summary>The figures of a year beside those of the year before.</summary>
    /// <param name="feed">Name of the feed.</param>
    /// <param name="year">The year.</param>
    /// <param name="now">Figures of the sender.</param>
    /// <param name="before">Figures of the sender, or of those that it took over from, of the year before; null when that cannot be told.</param>
    public static IReadOnlyList<Deviation> Compare(string feed, int year, IReadOnlyList<Figure> now, IReadOnlyList<Figure>? before)
    {
        var then = (before ?? []).ToLookup(figure => (figure.Period, figure.Service));
        var periods = OfYear(now, year).Select(figure => figure.Period).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfYear(now, year)
                .Concat(OfYear(before ?? [], year - 1).Select(figure => figure with { Period = Shifted(figure.Period, 1), Count = 0 }).Where(figure => periods.Contains(figure.Period)))
                .GroupBy(figure => (figure.Period, figure.Service))
                .Select(group => new Deviation(
                    feed, group.Key.Period, group.Key.Service, group.Sum(figure => figure.Count),
                    then[(Shifted(group.Key.Period, -1), group.Key.Service)].Select(figure => (long?)figure.Count).FirstOrDefault()))
                .OrderBy(deviation => deviation.Period, StringComparer.Ordinal).ThenBy(deviation => deviation.Service != Figure.All).ThenBy(deviation => deviation.Service, NaturalOrder),
        ];
    }

    // Types of service are numbers, and 4 stands before 15.
    private static readonly IComparer<string> NaturalOrder = Comparer<string>.Create(static (a, b) =>
        a.Length != b.Length && a.All(char.IsAsciiDigit) && b.All(char.IsAsciiDigit) ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(a, b));

    private static bool Stands(Delivery delivery, IReadOnlySet<(string Sender, Guid Id)> superseded, Dictionary<(int, string), long> latest) =>
        (delivery.Edition is not { } edition || !superseded.Contains((edition.Sender, edition.Id)))
        && (delivery.Report is not { } report || latest[(report.Year, report.Shipment)] == report.SerialNumber);

    private static IEnumerable<Figure> OfYear(IEnumerable<Figure> figures, int year)
    {
        var prefix = year.ToString("D4", CultureInfo.InvariantCulture);
        return figures.Where(figure => figure.Period.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static string Shifted(string period, int years) =>
        (int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture) + years).ToString("D4", CultureInfo.InvariantCulture) + period[4..];
}
