using System.Globalization;
using Kpr.Core.Formats;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Kpr.Functions.Senders.Triggers;

/// <summary>What a sender sees of its own reporting, over HTTP: JSON, or CSV for a spreadsheet (<c>format=csv</c>, or Accept: text/csv).</summary>
public sealed class SenderHttp(SenderView view)
{
    private const int UsualPage = 100;
    private const int LongestPage = 500;
    private const int LongestDownload = 100_000;

    /// <summary>GET /api/senders/{sender}: all at a glance, of the year asked for (<c>year</c>), else of this.</summary>
    [Function("SenderOverview")]
    public async Task<IActionResult> Overview(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}")] HttpRequest request, string sender, CancellationToken cancellationToken) =>
        Refusal(request, sender, out var year) ?? Answers.Json(await view.OverviewAsync(sender, year, cancellationToken));

    /// <summary>
    /// GET /api/senders/{sender}/deliveries: deliveries that arrived in the year, the latest first; <c>feed</c>, <c>take</c> (1 to 500)
    /// and <c>after</c> (what <c>next</c> said). As CSV all of the year at once.
    /// </summary>
    [Function("SenderDeliveries")]
    public async Task<IActionResult> Deliveries(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}/deliveries")] HttpRequest request, string sender, CancellationToken cancellationToken)
    {
        if (Refusal(request, sender, out var year) is { } refusal)
        {
            return refusal;
        }

        var (feed, after) = (Answers.Query(request, "feed"), Answers.Query(request, "after"));
        var take = UsualPage;
        if (feed is not null && Feeds.Find(feed) is null)
        {
            return Answers.Malformed("feed", $"Kjente strømmer: {string.Join(", ", Feeds.All.Select(known => known.Name))}.");
        }

        if (after is not null && !DeliveryLog.IsPlace(after))
        {
            return Answers.Malformed("after", "Oppgi det som sto i next på siden foran.");
        }

        if (Answers.Query(request, "take") is { } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out take) || take is < 1 or > LongestPage))
        {
            return Answers.Malformed("take", $"Oppgi et tall fra 1 til {LongestPage}.");
        }

        return Answers.WantsCsv(request)
            ? Answers.Csv(Tables.Deliveries((await view.DeliveriesAsync(sender, year, feed, null, LongestDownload, cancellationToken)).Deliveries), $"leveranser-{sender}-{year}.csv")
            : Answers.Json(await view.DeliveriesAsync(sender, year, feed, after, take, cancellationToken));
    }

    /// <summary>GET /api/senders/{sender}/figures: users, events and claims by service, beside the year before.</summary>
    [Function("SenderFigures")]
    public async Task<IActionResult> Figures(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}/figures")] HttpRequest request, string sender, CancellationToken cancellationToken)
    {
        if (Refusal(request, sender, out var year) is { } refusal)
        {
            return refusal;
        }

        var figures = await view.FiguresAsync(sender, year, cancellationToken);
        return Answers.WantsCsv(request) ? Answers.Csv(Tables.Figures(figures), $"tall-{sender}-{year}.csv") : Answers.Json(figures);
    }

    /// <summary>GET /api/senders/{sender}/missing: what was due in the year and has not come.</summary>
    [Function("SenderMissing")]
    public async Task<IActionResult> Missing(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "senders/{sender}/missing")] HttpRequest request, string sender, CancellationToken cancellationToken)
    {
        if (Refusal(request, sender, out var year) is { } refusal)
        {
            return refusal;
        }

        var missing = await view.MissingAsync(sender, year, cancellationToken);
        return Answers.WantsCsv(request) ? Answers.Csv(Tables.Missing(missing), $"mangler-{sender}-{year}.csv") : Answers.Json(missing);
    }

    private IActionResult? Refusal(HttpRequest request, string sender, out int year)
    {
        year = view.ThisYear;
        return !SenderView.IsSender(sender) ? new NotFoundResult()
            : Answers.Query(request, "year") is { } text && !Answers.TryYear(text, out year) ? Answers.Malformed("year", "Oppgi et årstall.")
            : null;
    }
}
